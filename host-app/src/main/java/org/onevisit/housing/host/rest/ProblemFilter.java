package org.onevisit.housing.host.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Locale;

/** Puts faults into the reader's language on the way out. */
final class ProblemFilter implements ContainerResponseFilter {
    static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final ProblemTexts texts;

    ProblemFilter(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Locale language = ProblemTexts.language(request::getAcceptableLanguages);
        if (response.getEntity() instanceof Fault fault) {
            say(response, texts.problem(fault, language), language);
        } else if (response.getEntity() instanceof ProblemMapper.ProtocolFault fault) {
            say(response, texts.problem(fault, language), language);
        }
    }

    private static void say(ContainerResponseContext response, Problem problem, Locale language) {
        response.setEntity(problem, new Annotation[0], PROBLEM);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.equals(Locale.ENGLISH) ? "en" : "zh-CN");
    }
}
