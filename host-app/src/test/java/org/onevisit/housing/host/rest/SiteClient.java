package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.onevisit.housing.host.HousingHost;

/** Somebody who is signed in at a real host, by HTTP. */
final class SiteClient {
    private final URI api;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    SiteClient(HousingHost host, String account) {
        api = URI.create(host.address().orElseThrow() + "/api/v1");
        HttpResponse<String> session = send(HttpRequest.newBuilder(at("/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(account, SampleSite.PASSWORD))));
        token = ApiServer.json(session).path("token").asText();
    }

    URI at(String path) {
        return URI.create(api + path);
    }

    String token() {
        return token;
    }

    /** A request in this name. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String path) {
        return send(to(path));
    }

    HttpResponse<String> post(String path, String json) {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Hands in a submission that is right. */
    String numberOf(String submission) {
        HttpResponse<String> answer = post("/applications", submission);
        JsonNode body = ApiServer.json(answer);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("not received: " + answer.body());
        }
        return body.path("number").asText();
    }
}
