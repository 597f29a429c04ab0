package org.onevisit.housing.host.trust;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a plugin's Declarative Services descriptors offer; the ones that its manifest names, as the framework reads them. */
final class Descriptors {
    private static final String HEADER = "Service-Component";
    private static final String SUFFIX = ".xml";
    private static final Set<String> PAGES =
            Set.of("osgi.http.whiteboard.servlet.pattern", "osgi.http.whiteboard.resource.pattern");
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    /** What each file offers; nothing where a file cannot be read, which matters only when the manifest names it. */
    private final Map<String, Optional<Offer>> offers = new HashMap<>();

    Descriptors() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** Remembers a file of the plugin. */
    void read(String name, byte[] content) {
        if (name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
            offers.put(name, offered(content));
        }
    }

    /** Types of services, and patterns of pages. */
    private record Offer(Set<String> types, Set<String> pages) {}

    private Optional<Offer> offered(byte[] content) {
        Offer offer = new Offer(new TreeSet<>(), new TreeSet<>());
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    element(reader, offer);
                }
            }
            return Optional.of(offer);
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static void element(XMLStreamReader reader, Offer offer) throws XMLStreamException {
        if (reader.getLocalName().equals("provide")) {
            offer.types().add(String.valueOf(reader.getAttributeValue(null, "interface")));
        } else if (reader.getLocalName().equals("property")
                && PAGES.contains(String.valueOf(reader.getAttributeValue(null, "name")))) {
            String value = reader.getAttributeValue(null, "value");
            (value == null ? reader.getElementText().strip().lines() : Stream.of(value))
                    .map(String::strip)
                    .forEach(offer.pages()::add);
        }
    }

    /**
     * Ends quietly when nothing is offered that is reserved.
     *
     * @throws UnfitJarException when something is, or a descriptor cannot be read
     */
    void requireHarmless(Attributes headers) {
        String header = headers.getValue(HEADER);
        if (header == null) {
            return;
        }
        for (String path : header.split(",")) {
            String file = path.split(";")[0].strip();
            if (!file.endsWith(SUFFIX)) {
                throw new UnfitJarException(
                        "Service-Component names %s: a file that ends in .xml is expected".formatted(file));
            }
            Pattern pattern =
                    Pattern.compile(Arrays.stream(file.replaceFirst("^/", "").split("\\*", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining("[^/]*")));
            offers.forEach((name, offer) -> {
                if (pattern.matcher(name).matches()) {
                    requireHarmless(name, offer);
                }
            });
        }
    }

    private static void requireHarmless(String file, Optional<Offer> read) {
        Offer offer =
                read.orElseThrow(() -> new UnfitJarException("%s is no descriptor that can be read".formatted(file)));
        offer.pages().stream().filter(ReservedServices::isHosts).findFirst().ifPresent(page -> {
            throw new UnfitJarException("%s has a page at '%s', where the host itself answers: choose another address"
                    .formatted(file, page));
        });
        offer.types().stream().filter(ReservedServices::contains).findFirst().ifPresent(type -> {
            throw new UnfitJarException(
                    "%s offers %s, which the host alone does: whoever asks for it would get the wrong one"
                            .formatted(file, type));
        });
    }
}
