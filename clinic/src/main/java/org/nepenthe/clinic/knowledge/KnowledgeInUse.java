package org.nepenthe.clinic.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeSnapshot;
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
  /// @param offered what this software ships, narrowed by the site's policy
  /// @param inUse what decisions are made with until the clinic stops
  /// @param drafts whether drafts may decide, which only the demonstration allows
  record Choice(KnowledgeBase offered, KnowledgeBase inUse, boolean drafts) {}

  @Bean
  Choice knowledgeChoice(
      KnowledgeVersions versions, Environment environment, @Value("${nepenthe.home}") Path home) {
    var snapshot = offered(home.resolve(KnowledgeSnapshot.policyFile()));
    versions.keep(snapshot);
    boolean drafts = environment.acceptsProfiles(Profiles.of("demonstration"));
    return drafts
        ? new Choice(snapshot.base(), snapshot.base(), true)
        : new Choice(snapshot.base(), approvedElse(snapshot.base(), versions), false);
  }

  @Bean
  KnowledgeBase knowledge(Choice choice) {
    return choice.inUse();
  }

  @Bean
  Ensemble ensemble() {
    return Ensemble.intravenousAdult();
  }

  private static KnowledgeSnapshot offered(Path policy) {
    var shipped = KnowledgeSnapshot.shipped();
    try {
      return shipped.narrowedBy(Files.readString(policy));
    } catch (NoSuchFileException e) {
      return shipped;
    } catch (IOException e) {
      throw new UncheckedIOException("the site's policy cannot be read: " + policy, e);
    }
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
