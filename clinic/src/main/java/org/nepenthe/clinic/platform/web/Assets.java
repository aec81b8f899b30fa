package org.nepenthe.clinic.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The static files, under an address that changes when any of them changes, so that a browser may
/// keep them for ever and still never shows a page with yesterday's style or script.
public record Assets(String version) {
  static final String ROOT = "/assets/";

  /// The address of a file in `static/`, for example `nepenthe.css`.
  public String path(String file) {
    return ROOT + version + "/" + file;
  }

  static Assets read() {
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      var files =
          Arrays.stream(resolver.getResources("classpath:/static/**"))
              .filter(Resource::isReadable)
              .sorted(Comparator.comparing(Assets::address))
              .toList();
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        digest.update(file.getContentAsByteArray());
      }
      return new Assets(HexFormat.of().formatHex(digest.digest(), 0, 6));
    } catch (IOException e) {
      throw new UncheckedIOException("the static files cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String address(Resource file) {
    try {
      return file.getURL().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
