package org.nepenthe.clinic;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person at a browser without a script engine: real HTTP, cookies, and the hidden fields of the
/// page they looked at last. Redirects are followed by hand, so that a test sees them.
public final class ClinicBrowser {
  /// The published password of the demonstration's users.
  public static final String PASSWORD = "nepenthes-pharmakon";

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(key|version)\" value=\"([^\"]*)\"");

  private final String address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, String> hidden = new LinkedHashMap<>();
  private String token = "";

  private ClinicBrowser(String address) {
    this.address = address;
  }

  public static ClinicBrowser at(int port) {
    return new ClinicBrowser("http://localhost:" + port);
  }

  /// Signed in as one of the demonstration's people: `physician`, `nurse`, `nurse2`…
  public static ClinicBrowser of(int port, String login) {
    return at(port).signIn(login, PASSWORD);
  }

  public ClinicBrowser signIn(String login, String password) {
    get("/login");
    var answer = post("/login", Map.of("username", login, "password", password));
    if (answer.statusCode() != 302 || location(answer).endsWith("/login")) {
      throw new AssertionError("not signed in as " + login + ": " + location(answer));
    }
    get("/account");
    return this;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return sent(request(path, headers).GET().build());
  }

  /// Sends a form with the token, key and version of the page that was looked at last.
  public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    var all = new LinkedHashMap<>(hidden);
    all.put("_csrf", token);
    all.putAll(fields);
    return postBare(path, all, headers);
  }

  /// Sends these fields and nothing else.
  public HttpResponse<String> postBare(String path, Map<String, String> fields, String... headers) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return sent(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /// Sends one file, with the token of the page that was looked at last.
  public HttpResponse<String> upload(String path, String field, String fileName, byte[] bytes) {
    var edge = "edge-of-a-part";
    var before =
        "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
                .formatted(edge, token)
            + "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(edge, field, fileName)
            + "Content-Type: application/json\r\n\r\n";
    return sent(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(before),
                    HttpRequest.BodyPublishers.ofByteArray(bytes),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + edge + "--\r\n")))
            .build());
  }

  /// Where an answer sends the browser, as a path; empty where it does not.
  public static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(place -> place.replaceFirst("^https?://[^/]+", ""))
        .orElse("");
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> sent(HttpRequest request) {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      lookAt(answer.body());
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void lookAt(String page) {
    first(TOKEN, page).ifPresent(found -> token = found);
    var fields = HIDDEN.matcher(page);
    if (fields.find()) {
      hidden.clear();
      do {
        hidden.putIfAbsent(fields.group(1), fields.group(2));
      } while (fields.find());
    }
  }

  private static Optional<String> first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
