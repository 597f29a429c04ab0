package org.onevisit.housing.host.rest;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.ext.RuntimeDelegate;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey as a servlet. It looks its parts up in the host's class loader, whichever thread starts it. */
final class ApiServlet extends ServletContainer {
    private static final long serialVersionUID = 1L;

    ApiServlet(ResourceConfig resources) {
        super(resources);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ApiServlet.class.getClassLoader());
        try {
            RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
            super.init(config);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
