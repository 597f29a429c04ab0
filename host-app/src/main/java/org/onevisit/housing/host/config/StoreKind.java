package org.onevisit.housing.host.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a host keeps its applications. */
public enum StoreKind {
    /** In one file of its data folder. */
    SQLITE("sqlite-jdbc-"),
    /** In a database on a server, which several hosts may share. */
    POSTGRESQL("postgresql-");

    private final String driver;

    StoreKind(String driver) {
        this.driver = driver;
    }

    /** The setting by its word. */
    public static Optional<StoreKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** The word for it in {@code etc/host.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Under which name it is configured. */
    public String pid() {
        return "org.onevisit.housing.store." + word();
    }

    /** Is this bundle of no use to a host that keeps its applications here? It belongs to another kind. */
    public boolean isWithout(String bundle) {
        return Arrays.stream(values())
                .filter(other -> other != this)
                .flatMap(other -> Set.of("store-" + other.word() + "-", other.driver).stream())
                .anyMatch(bundle.substring(bundle.lastIndexOf('/') + 1)::startsWith);
    }
}
