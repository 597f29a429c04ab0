package org.onevisit.housing.agency.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.CheckProfile;

/**
 * Carries bytes to the agency and back. Follows no redirect, reads no more than a megabyte, obeys the interrupt.
 *
 * <p>Exceptions have no cause: what the client says of a broken answer may repeat a part of it.
 */
final class Transport {
    /** The longest body that is read. */
    static final int LONGEST_BODY = 1_000_000;

    private static final String JSON = "application/json";
    private final CheckProfile profile;
    private final URI url;
    private final Optional<String> secret;
    private final HttpClient client;

    /** Carries inquiries of this check to that address. */
    Transport(CheckProfile profile, URI url, Optional<String> secret) {
        this.profile = profile;
        this.url = url;
        this.secret = secret;
        Duration patience = profile.callTimeout();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .executor(Runnable::run) // a plugin starts no threads: nothing here waits on the client's own
                .build();
    }

    /** What came back. */
    record Response(int status, byte[] body) {}

    /** Posts an inquiry; the key makes a repetition recognisable. */
    Response post(byte[] body, String key) {
        return send(request(url)
                .header("Content-Type", JSON)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Asks whether the answer to a ticket is there. */
    Response get(String ticket) {
        String last = URLEncoder.encode(ticket, StandardCharsets.UTF_8).replace("+", "%20");
        String base = url.toString();
        return send(request(URI.create(base + (base.endsWith("/") ? "" : "/") + last))
                .GET());
    }

    private HttpRequest.Builder request(URI to) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to).header("Accept", JSON);
        secret.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private Response send(HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request.build(), head -> new BoundedBody(LONGEST_BODY));
        try {
            return checked(coming.get(profile.callTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted before it answered");
        } catch (TimeoutException e) {
            throw unreachable("no answer within " + profile.callTimeout().toSeconds() + " seconds");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw unreachable(
                    cause instanceof BoundedBody.TooLongException
                            ? "the answer is longer than " + LONGEST_BODY + " bytes"
                            : "no answer: "
                                    + (cause == null ? e : cause).getClass().getSimpleName());
        } finally {
            coming.cancel(true);
        }
    }

    private Response checked(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 400 && status < 500 && status != 404 && status != 408 && status != 429) {
            throw new HousingException(
                    ErrorCode.AGENCY_UNREACHABLE,
                    "agency %s refused the inquiry with HTTP status %d; compare what is sent with the agency's interface"
                            .formatted(profile.agency(), status));
        }
        String type = response.headers().firstValue("Content-Type").orElse("none");
        boolean hasBody = status == 200 || status == 202;
        if (hasBody && !type.matches("(?i)application/json(\\s*;.*)?")) {
            throw unreachable("answered in another content type than " + JSON);
        }
        return new Response(status, hasBody ? response.body() : new byte[0]);
    }

    /** Nobody answered, or nothing that can be read. */
    AgencyUnreachableException unreachable(String reason) {
        return new AgencyUnreachableException(profile.agency(), reason);
    }
}
