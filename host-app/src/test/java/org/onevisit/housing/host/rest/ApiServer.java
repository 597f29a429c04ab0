package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.onevisit.housing.host.http.WebModule;

/** The REST module in a servlet container on a free port, and a client for it. */
final class ApiServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    ApiServer(FakeSite site) {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        for (WebModule.Mounted mounted : new RestModule().mount(site)) {
            context.addServlet(new ServletHolder(mounted.servlet()), mounted.pattern());
        }
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the servlet container does not start", e);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    }

    /** A request as a role; nobody is signed in for an empty one. */
    HttpRequest.Builder as(String role, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/api/v1" + path));
        return role.isEmpty() ? request : request.header("Authorization", "Bearer " + role);
    }

    HttpResponse<String> get(String role, String path) {
        return send(as(role, path).GET());
    }

    HttpResponse<String> post(String role, String path, String json) {
        return send(posting(role, path, json));
    }

    HttpRequest.Builder posting(String role, String path, String json) {
        return as(role, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    /** On a connection of its own: the container closes one whose body a refusal left unread. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return ApiJson.mapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + response.body(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the servlet container does not stop", e);
        }
    }
}
