package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.github.bucket4j.TimeMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletProperties;
import org.onevisit.housing.host.http.WebSite;

/** Puts the interface together: resources, filters, JSON. */
final class RestResources {
    /** Warns of every resource instance that it is no provider, which it need not be. Held, or the level is forgotten. */
    private static final Logger PROVIDERS = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    static {
        PROVIDERS.setLevel(Level.SEVERE);
    }

    private RestResources() {}

    static ResourceConfig of(WebSite site) {
        return of(site, TimeMeter.SYSTEM_NANOTIME);
    }

    static ResourceConfig of(WebSite site, TimeMeter meter) {
        ResourceConfig config = new ResourceConfig();
        config.addProperties(Map.of(
                ServerProperties.WADL_FEATURE_DISABLE, true,
                CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                ServletProperties.FILTER_FORWARD_ON_404, false));
        resources(site, new Limits(meter)).forEach(config::register);
        config.register(new JacksonJsonProvider(ApiJson.mapper()));
        config.register(new SignInFeature(site));
        config.register(new ProblemMapper());
        config.register(new ProblemFilter(new ProblemTexts()));
        config.register(new AnswerFilter());
        return config;
    }

    /** The resources; moving the clock is one of them in a demo only. */
    static List<Object> resources(WebSite site, Limits limits) {
        Doors doors = new Doors(site);
        List<Object> resources = new ArrayList<>(List.of(
                new SessionResource(site, limits),
                new ApplicationsResource(doors),
                new SearchResource(doors),
                new ApplicationResource(doors),
                new DocumentResource(doors),
                new ErasureResource(doors),
                new InquiryResource(doors),
                new FormResource(doors),
                new PublicResource(site, limits),
                new SupervisionResource(doors),
                new AwardResource(doors),
                new OperationResource(site),
                new ChangeResource(site),
                new DescriptionResource()));
        if (site.control().demo()) {
            resources.add(new DemoResource(site));
        }
        return resources;
    }
}
