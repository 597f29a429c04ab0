package org.onevisit.housing.host.fault;

/** What a plugin does wrong. */
enum Fault {
    THROWS("throws"),
    HANGS("hangs, and ignores the interrupt"),
    SLOW("slow: longer than it may"),
    WRONG_ANSWER("wrong answer"),
    TEN_MEGABYTES("10 MB answer"),
    LEAKS_THREADS("leaks threads"),
    BLOCKS_IN_ACTIVATE("blocks in activate"),
    BLOCKS_IN_DEACTIVATE("blocks in deactivate"),
    UNREGISTERS_IN_A_CALL("unregisters in a call"),
    OUT_OF_MEMORY("out of memory in a call"),
    EXITS("System.exit in its byte code");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
