package org.nepenthe.architecture.canary.fhir;

import java.net.http.HttpClient;

/// Breaks: a mapper that calls out.
class FetchingMapper {
  HttpClient client = HttpClient.newHttpClient();
}
