package org.onevisit.housing.host.trust;

import java.util.Set;

/** What the core and the host offer, and no plugin may offer beside them: whoever asks for it would get the wrong one. */
final class ReservedServices {
    private static final String HOOKS = "org.osgi.framework.hooks.";
    /** What the core alone implements, and the store, which is not exchanged while it is used. */
    private static final Set<String> CONTRACTS = Set.of(
            "org.onevisit.housing.engine.HousingEngine",
            "org.onevisit.housing.engine.ApprovalService",
            "org.onevisit.housing.engine.AwardService",
            "org.onevisit.housing.engine.SupervisionService",
            "org.onevisit.housing.engine.PublicDesk",
            "org.onevisit.housing.spi.verification.FindingInbox",
            "org.onevisit.housing.spi.store.ApplicationStore");
    /** Harmless as a class, and not as a service: the host and the framework look for them. */
    private static final Set<String> SERVICES = Set.of(
            "java.time.Clock",
            "java.util.concurrent.Executor",
            "java.util.concurrent.ExecutorService",
            "org.osgi.service.cm.ConfigurationAdmin",
            "org.osgi.service.cm.ConfigurationPlugin",
            "org.osgi.service.cm.ConfigurationListener",
            "org.osgi.service.component.runtime.ServiceComponentRuntime",
            "org.osgi.service.log.LogService",
            "org.osgi.service.metatype.MetaTypeService",
            "org.osgi.service.url.URLStreamHandlerService",
            "org.osgi.service.servlet.context.ServletContextHelper",
            "org.osgi.service.servlet.whiteboard.Preprocessor",
            "jakarta.servlet.Filter");

    /** First parts of the addresses at which the host itself answers. */
    private static final Set<String> ADDRESSES = Set.of(
            "",
            "*",
            "api",
            "applications",
            "assets",
            "health",
            "login",
            "logout",
            "metrics",
            "operator",
            "panel",
            "password",
            "problems",
            "review",
            "supervision");

    private ReservedServices() {}

    /** Would a page at this pattern answer in place of one of the host's own? */
    static boolean isHosts(String pattern) {
        String first = pattern.replaceFirst("^/", "").replaceFirst("/.*$", "");
        return ADDRESSES.contains(first) || !pattern.startsWith("/");
    }

    /** May no plugin even hold a class of this type? */
    static boolean isContract(String type) {
        return CONTRACTS.contains(type) || type.startsWith(HOOKS);
    }

    /** May no plugin offer a service of this type? */
    static boolean contains(String type) {
        return isContract(type) || SERVICES.contains(type);
    }
}
