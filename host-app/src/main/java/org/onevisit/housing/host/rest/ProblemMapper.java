package org.onevisit.housing.host.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.UUID;
import org.onevisit.housing.host.http.Trace;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every exception into a problem; what nobody foresaw gets an incident id and a line in the log. */
final class ProblemMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final long USUAL_WAIT = 60;

    @Override
    public Response toResponse(Exception exception) {
        if (exception instanceof HousingException e) {
            return refusal(e);
        }
        if (exception instanceof StoreException e) {
            LOG.error("the store failed: {}", Trace.of(e));
            return answer(Fault.of(ErrorCode.STORE_UNAVAILABLE, "存储暂不可用，无法读取；请稍后再试"));
        }
        if (exception instanceof ThrottledException e) {
            return waiting(Fault.of(ErrorCode.TOO_MANY_REQUESTS, String.valueOf(e.getMessage())), e.seconds());
        }
        if (exception instanceof WebApplicationException e && e.getResponse().getStatus() < 500) {
            return protocol(e.getResponse());
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {}: {}", incident, Trace.of(exception));
        return answer(new Fault(ErrorCode.INTERNAL, "a defect; tell the operator the incident", List.of(), incident));
    }

    private static Response refusal(HousingException e) {
        Fault fault = Fault.of(e);
        return switch (e.code().kind()) {
            case TOO_MANY -> waiting(fault, USUAL_WAIT);
            case INTERNAL -> {
                String incident = UUID.randomUUID().toString();
                LOG.error("incident {}: {}", incident, Trace.of(e));
                yield answer(new Fault(e.code(), fault.message(), fault.errors(), incident));
            }
            default -> answer(fault);
        };
    }

    private static Response protocol(Response response) {
        if (response.getStatus() == 404) {
            return answer(Fault.of(ErrorCode.NOT_FOUND, "nothing answers at this path; see /api/v1/openapi.json"));
        }
        Response.ResponseBuilder answer = Response.status(response.getStatus());
        Object allowed = response.getHeaders().getFirst(HttpHeaders.ALLOW);
        if (allowed != null) {
            answer.header(HttpHeaders.ALLOW, allowed);
        }
        return answer.entity(new ProtocolFault(
                        response.getStatus(), response.getStatusInfo().getReasonPhrase()))
                .build();
    }

    private static Response waiting(Fault fault, long seconds) {
        return Response.fromResponse(answer(fault))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static Response answer(Fault fault) {
        Response.ResponseBuilder answer = Response.status(fault.status()).entity(fault);
        return fault.status() == 401
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
                : answer.build();
    }

    /** A fault of the protocol, which no code of ours names. */
    record ProtocolFault(int status, String phrase) {}
}
