package org.onevisit.housing.host.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.host.fake.EngineActivator;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.fake.FakeEngine;
import org.onevisit.housing.host.fake.FakeZip;
import org.onevisit.housing.host.fake.PluginActivator;
import org.onevisit.housing.host.framework.NestedBundle;
import org.osgi.framework.Constants;

/** What a plugin's code and headers would do to the host: refused with the class and the method, or the header. */
class ModuleScanTest {
    private static final Map<Class<?>, String> FORBIDDEN = Map.of(
            Bad.Exits.class,
                    "method leave of class org.onevisit.housing.host.trust.Bad$Exits calls java.lang.System.exit",
            Bad.HaltsByReference.class,
                    "method leave of class org.onevisit.housing.host.trust.Bad$HaltsByReference calls"
                            + " java.lang.Runtime.halt",
            Bad.ExitsInALambda.class, "Bad$ExitsInALambda calls java.lang.Runtime.exit",
            Bad.ExitsWhenItIsLoaded.class, "method <clinit> of class",
            Bad.Installs.class, "org.osgi.framework.BundleContext.installBundle, which would change other bundles",
            Bad.StopsOthers.class, "org.osgi.framework.Bundle.stop",
            Bad.Refreshes.class, "org.osgi.framework.wiring.FrameworkWiring.refreshBundles",
            Bad.HidesServices.class, "is a org.osgi.framework.hooks.service.FindHook, which the host alone has",
            FakeEngine.class, "is a org.onevisit.housing.engine.HousingEngine, which the host alone has");

    @Test
    @DisplayName(
            "a class that ends the host, changes other bundles or stands in for the core, wherever in the jar it stands")
    void forbiddenCode() {
        FORBIDDEN.forEach((type, reason) -> {
            byte[] nested = new FakeZip(new FakeBundle("lib", "1").jar())
                    .with("x/Y.class", code(type))
                    .jar();
            refused(plugin().classes(type).jar(), reason);
            refused(zip().with("lib/inner.jar", nested).jar(), reason, "lib/inner.jar!/x/Y.class");
            refused(zip().with("META-INF/versions/21/x/Y.class", code(type)).jar(), reason, "META-INF/versions/21");
            refused(zip().with("classes/x/Y.class", code(type)).jar(), reason);
        });
    }

    @Test
    @DisplayName("what only looks so may stay, a shutdown hook too, which ends nothing")
    void harmlessCode() {
        fit(plugin().classes(Bad.LooksBad.class, PluginActivator.class, EngineActivator.class)
                .jar());
    }

    @Test
    @DisplayName("a class that cannot be looked at is refused, for nobody knows what it does")
    void unreadableCode() {
        refused(zip().with("x/Y.class", "no class").jar(), "x/Y.class is no class that can be looked at");
        byte[] later = code(PluginActivator.class);
        later[7] = 99;
        refused(zip().with("x/Y.class", later).jar(), "is no class that can be looked at");
    }

    @Test
    @DisplayName("every bundle that travels in the host and may be replaced would itself be taken")
    void ownPluginsAreFit() {
        assertThat(NestedBundle.all())
                .filteredOn(bundle -> bundle.startLevel() >= NestedBundle.PLUGINS)
                .hasSizeGreaterThan(8)
                .allSatisfy(bundle -> {
                    try (InputStream jar = bundle.content().get()) {
                        ModuleScan.of(jar.readAllBytes());
                    }
                });
    }

    @Test
    @DisplayName("the packages are those of the classes, whatever path they stand under")
    void packages() {
        byte[] nested = new FakeZip(new FakeBundle("lib", "1").jar())
                .with("a/B.class", code(FakeBundle.class))
                .jar();
        assertThat(ModuleScan.of(zip().with("lib/a.jar", nested)
                                .with("META-INF/versions/21/q/Y.class", code(Constants.class))
                                .jar())
                        .packages())
                .containsExactlyInAnyOrder("org.onevisit.housing.host.fake", "org.osgi.framework");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fragment-Host | org.onevisit.housing.housing-core | it is a fragment",
                "Fragment-Host | system.bundle;extension:=framework | it is a fragment",
                "DynamicImport-Package | * | DynamicImport-Package: *",
                "DynamicImport-Package | com.x, org.onevisit.*;version=1 | DynamicImport-Package: org.onevisit.*",
                "Require-Bundle | system.bundle | Require-Bundle: system.bundle",
                "Require-Bundle | com.x;bundle-version=1,org.apache.felix.framework | Require-Bundle: org.apache.felix",
                "Require-Bundle | org.onevisit.housing.housing-core | Require-Bundle: org.onevisit",
                "Provide-Capability | osgi.extender;osgi.extender=osgi.component;version:Version=9 | osgi.extender",
                "Provide-Capability | com.x;y=\"a,b\",osgi.ee;osgi.ee=JavaSE;version:Version=99 | osgi.ee",
                "Provide-Capability | osgi.contract;osgi.contract=JakartaServlet | osgi.contract",
                "Bundle-ManifestVersion | 1 | no Bundle-ManifestVersion: 2",
                "Bundle-ClassPath | .,code.bin | Bundle-ClassPath names code.bin"
            })
    @DisplayName("a header by which it would change others")
    void forbiddenHeaders(String header, String value, String reason) {
        refused(plugin().header(header, value).text("code.bin", "x").jar(), reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DynamicImport-Package | com.x,com.y",
                "Require-Bundle | com.vendor.library",
                "Provide-Capability | osgi.service;objectClass:List<String>=\"a,b\",com.vendor;x=1",
                "Bundle-NativeCode | lib/linux.so;osname=linux,*",
                "Bundle-ClassPath | .,classes,lib/a.jar"
            })
    @DisplayName("a header that concerns nobody else")
    void harmlessHeaders(String header, String value) {
        fit(plugin().header(header, value).jar());
    }

    @Test
    @DisplayName("a header that stands there twice is read in one way here and in another there")
    void headerTwice() {
        String manifest = zip().text("META-INF/MANIFEST.MF");
        refused(
                zip().with("META-INF/MANIFEST.MF", "Bundle-SymbolicName: other\r\n" + manifest)
                        .jar(),
                "the header bundle-symbolicname twice");
        refused(
                zip().with("META-INF/MANIFEST.MF", manifest.stripTrailing() + "\r\nBUNDLE-Version: 2\r\n\r\n")
                        .jar(),
                "the header bundle-version twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.onevisit.housing.engine.HousingEngine",
                "org.onevisit.housing.spi.verification.FindingInbox",
                "org.onevisit.housing.spi.store.ApplicationStore",
                "java.time.Clock",
                "java.util.concurrent.ExecutorService",
                "org.osgi.framework.hooks.service.EventListenerHook",
                "org.osgi.service.log.LogService",
                "jakarta.servlet.Filter"
            })
    @DisplayName("a component that offers what the host alone offers, named by its path or by a pattern")
    void reservedServices(String type) {
        for (String path :
                new String[] {"OSGI-INF/x.xml", "OSGI-INF/*.xml", "/OSGI-INF/x.xml;a=b", "a.xml, OSGI-INF/x*.xml"}) {
            refused(component(path, type).jar(), "OSGI-INF/x.xml offers " + type);
        }
        fit(component("OSGI-INF/other.xml", type).jar());
    }

    @Test
    @DisplayName(
            "a component that offers what plugins offer; one whose descriptor cannot be read, or tries to read others")
    void components() {
        fit(component("OSGI-INF/x.xml", "org.onevisit.housing.spi.verification.AgencyCheck")
                .jar());
        fit(component("OSGI-INF/x.xml", "jakarta.servlet.Servlet").jar());
        refused(component("OSGI-INF/x.xml", "a\"<").jar(), "is no descriptor that can be read");
        refused(component("OSGI-INF/x.bin", "x").jar(), "a file that ends in .xml is expected");
        refused(
                plugin().header("Service-Component", "e.xml")
                        .text("e.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")
                        .jar(),
                "e.xml is no descriptor that can be read");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/*, true",
        "/api/v1/session, true",
        "/*, true",
        "/, true",
        "'', true",
        "*.html, true",
        "/login, true",
        "/operator/more, true",
        "/assets/*, true",
        "/worklist/*, false",
        "/window/*, false",
        "/apiary/*, false"
    })
    @DisplayName("a page at an address of the host's own, as one value or among several lines")
    void pages(String pattern, boolean hosts) {
        String name = "osgi.http.whiteboard.servlet.pattern";
        String one = "<x><property name='%s' value='%s'/></x>".formatted(name, pattern);
        String several = "<x><property name='%s' type='String'>/mine\n%s\n</property></x>".formatted(name, pattern);
        for (String text : pattern.isEmpty() ? List.of(one) : List.of(one, several)) {
            byte[] jar = plugin().header("Service-Component", "c.xml")
                    .text("c.xml", text)
                    .jar();
            if (hosts) {
                refused(jar, "has a page at '" + pattern + "'");
            } else {
                fit(jar);
            }
        }
    }

    private static FakeBundle component(String path, String type) {
        return plugin().header("Service-Component", path)
                .text(
                        "OSGI-INF/x.xml",
                        ("<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.5.0' name='x'><implementation class='x'/>"
                                        + "<service><provide interface=\"java.lang.Runnable\"/><provide interface=\"%s\"/>"
                                        + "</service></scr:component>")
                                .formatted(type));
    }

    private static FakeBundle plugin() {
        return new FakeBundle("test.plugin", "1");
    }

    private static FakeZip zip() {
        return new FakeZip(plugin().jar());
    }

    private static byte[] code(Class<?> type) {
        try (InputStream in =
                type.getClassLoader().getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fit(byte[] jar) {
        assertThatCode(() -> ModuleScan.of(jar)).doesNotThrowAnyException();
    }

    private static void refused(byte[] jar, String... reason) {
        assertThatThrownBy(() -> ModuleScan.of(jar))
                .isInstanceOf(UnfitJarException.class)
                .message()
                .contains(reason);
    }
}
