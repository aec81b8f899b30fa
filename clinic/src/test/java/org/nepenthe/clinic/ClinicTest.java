package org.nepenthe.clinic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole demonstration clinic, listening on a free port, on a real PostgreSQL.
///
/// Classes that differ in nothing but their tests share one running clinic and its database, which
/// saves seconds each: make patients of your own, and count only those. A property of its own
/// (`@TestPropertySource`) gives a class a clinic of its own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = ClinicApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demonstration")
@ContextConfiguration(initializers = ClinicDatabase.OfTheContext.class)
public @interface ClinicTest {}
