package org.onevisit.housing.host.framework;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogService;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The framework's log service, on top of SLF4J, for those bundles that know no better: they log where everything else logs. */
final class OsgiLog {
    private OsgiLog() {}

    /** The service. */
    static LogService service() {
        return proxy(LogService.class, (self, method, arguments) -> switch (method.getName()) {
            case "getLogger" -> logger(arguments);
            case "log" -> old(arguments);
            default -> common(self, method, arguments);
        });
    }

    /** The name is the one string or class; the type of logger comes last where it is given. */
    private static Object logger(Object... arguments) {
        String name = Arrays.stream(arguments)
                .filter(String.class::isInstance)
                .map(Object::toString)
                .findFirst()
                .orElseGet(() -> ((Class<?>) arguments[0]).getName());
        Object last = arguments[arguments.length - 1];
        Class<?> type = arguments.length > 1 ? (Class<?>) last : org.osgi.service.log.Logger.class;
        org.slf4j.Logger log = LoggerFactory.getLogger(name);
        boolean printf = org.osgi.service.log.FormatterLogger.class.isAssignableFrom(type);
        return proxy(type, (self, method, given) -> call(log, printf, self, method, given));
    }

    private static @Nullable Object call(
            org.slf4j.Logger log, boolean printf, Object self, Method method, Object @Nullable [] arguments) {
        String name = method.getName();
        if (name.equals("getName")) {
            return log.getName();
        }
        if (name.startsWith("is") && name.endsWith("Enabled")) {
            return log.isEnabledForLevel(level(name.substring(2, name.length() - "Enabled".length())));
        }
        if (arguments == null || !(arguments[0] instanceof String format)) {
            return common(self, method, arguments);
        }
        List<Object> values = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            values.addAll(arguments[i] instanceof Object[] many ? Arrays.asList(many) : Arrays.asList(arguments[i]));
        }
        values.removeIf(ServiceReference.class::isInstance);
        String text = printf ? String.format(Locale.ROOT, format, values.toArray()) : format;
        log.atLevel(level(name)).log(text, values.toArray());
        return null;
    }

    private static Level level(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "ERROR", "AUDIT" -> Level.ERROR;
            case "WARN" -> Level.WARN;
            case "INFO" -> Level.INFO;
            case "DEBUG" -> Level.DEBUG;
            default -> Level.TRACE;
        };
    }

    /** The way of earlier releases: a number, a text, perhaps a throwable. */
    private static @Nullable Object old(Object... arguments) {
        Level level = Level.DEBUG;
        List<Object> said = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Integer number) {
                level = number <= 1 ? Level.ERROR : number == 2 ? Level.WARN : number == 3 ? Level.INFO : Level.DEBUG;
            } else if (argument instanceof String || argument instanceof Throwable) {
                said.add(argument);
            }
        }
        LoggerFactory.getLogger(LogService.class).atLevel(level).log("{}", said.toArray());
        return null;
    }

    private static @Nullable Object common(Object self, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && self == arguments[0];
            case "toString" -> "log on SLF4J";
            default -> null;
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OsgiLog.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
