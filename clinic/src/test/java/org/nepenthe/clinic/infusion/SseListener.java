package org.nepenthe.clinic.infusion;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nepenthe.clinic.ClinicBrowser;

/// A browser that listens to the news of an infusion.
final class SseListener {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http;
  private final int port;

  SseListener(HttpClient http, int port) {
    this.http = http;
    this.port = port;
  }

  void signIn(String login) throws IOException, InterruptedException {
    var address = URI.create("http://localhost:" + port + "/login");
    var page = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    var token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new AssertionError("no token on the sign-in page");
    }
    var body =
        "username="
            + login
            + "&password="
            + ClinicBrowser.PASSWORD
            + "&_csrf="
            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.discarding());
  }

  Events listen(URI address) throws IOException, InterruptedException {
    var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines());
    return new Events(answer.body());
  }

  /// What is heard, line by line.
  static final class Events implements AutoCloseable {
    private final Stream<String> lines;
    private final Iterator<String> line;

    private Events(Stream<String> lines) {
      this.lines = lines;
      this.line = lines.iterator();
    }

    /// The data of the next event of that name; the events before it are let go.
    String await(String event) {
      while (line.hasNext()) {
        if (line.next().equals("event:" + event)) {
          return line.next().substring("data:".length());
        }
      }
      throw new AssertionError("the stream ended before " + event);
    }

    @Override
    public void close() {
      lines.close();
    }
  }
}
