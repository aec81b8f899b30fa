package org.nepenthe.clinic.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.nepenthe.knowledge.PolicyFault;
import org.nepenthe.pharmacology.Ensemble;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/// The knowledge and the models that the clinic runs on, from its start to its stop. A broken file
/// or a policy that would widen anything stops the start here, with its name and line.
@Configuration(proxyBeanMethods = false)
class KnowledgeInUse {
  /// What could be in use and what is.
  ///
  /// @param shipped what this software ships, without any policy
  /// @param offered the same narrowed by the site's policy
  /// @param inUse what decisions are made with until the clinic stops
  /// @param drafts whether drafts may decide, which only the demonstration allows
  /// @param since when the clinic started with it
  /// @param setAside what keeps the policy approved last from being applied to what is shipped now
  record Choice(
      KnowledgeSnapshot shipped,
      KnowledgeBase offered,
      KnowledgeBase inUse,
      boolean drafts,
      Instant since,
      List<PolicyFault> setAside) {
    Choice {
      setAside = List.copyOf(setAside);
    }
  }

  @Bean
  Choice knowledgeChoice(
      KnowledgeVersions versions,
      Environment environment,
      @Value("${nepenthe.home}") Path home,
      InstantSource clock) {
    var shipped = KnowledgeSnapshot.shipped();
    var file = file(home.resolve(KnowledgeSnapshot.policyFile()));
    var approved = file.isPresent() ? Optional.<String>empty() : approvedPolicy(versions);
    var faults = approved.map(shipped::faults).orElse(List.of());
    var offered =
        file.or(() -> approved.filter(_ -> faults.isEmpty()))
            .map(shipped::narrowedBy)
            .orElse(shipped);
    versions.keep(offered);
    boolean drafts = environment.acceptsProfiles(Profiles.of("demonstration"));
    var inUse = drafts ? offered.base() : approvedElse(offered.base(), versions);
    return new Choice(shipped, offered.base(), inUse, drafts, clock.instant(), faults);
  }

  @Bean
  KnowledgeBase knowledge(Choice choice) {
    return choice.inUse();
  }

  @Bean
  Ensemble ensemble() {
    return Ensemble.intravenousAdult();
  }

  private static Optional<String> file(Path policy) {
    try {
      return Optional.of(Files.readString(policy));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the site's policy cannot be read: " + policy, e);
    }
  }

  /// Without a file the policy of the version approved last goes on, also after an update. Where it
  /// does not fit what is shipped then, the start is not stopped: nobody could mend it in the
  /// browser. What is offered without it decides nothing before two people have approved it.
  private static Optional<String> approvedPolicy(KnowledgeVersions versions) {
    return versions.approved().flatMap(versions::snapshot).flatMap(KnowledgeSnapshot::policy);
  }

  /// The version approved last goes on being used until another is approved, where this software
  /// can still read it.
  private static KnowledgeBase approvedElse(KnowledgeBase offered, KnowledgeVersions versions) {
    return versions
        .approved()
        .filter(hash -> !hash.equals(offered.contentHash()))
        .flatMap(versions::base)
        .filter(offered::sameFormAs)
        .orElse(offered);
  }
}
