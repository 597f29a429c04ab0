package org.onevisit.housing.host.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** In a faulty bundle: the fault that a test has switched on for its kind of plugin, by a system property, and how to commit it. */
final class Misbehaviour {
    private static final long LONG_MILLIS = 600_000;
    private final String property;

    Misbehaviour(String kind) {
        property = "housing.fault." + kind;
    }

    /** Is this fault switched on? */
    boolean is(String fault) {
        return fault.equals(System.getProperty(property, ""));
    }

    /** In a call: throws, hangs, is slow, leaks a thread or eats the memory, if it is to. */
    void inACall() {
        switch (System.getProperty(property, "")) {
            case "THROWS" -> {
                overflowOnce();
                throw new IllegalStateException("fault");
            }
            case "HANGS" -> hangsIf("HANGS");
            case "SLOW" -> sleep();
            case "LEAKS_THREADS" -> {
                Thread leaked = new Thread(() -> hangsIf("LEAKS_THREADS"), "leaked");
                leaked.setDaemon(true);
                leaked.start();
            }
            case "OUT_OF_MEMORY" -> eat();
            default -> {}
        }
    }

    /** Hangs as long as this fault is switched on, whoever interrupts. */
    void hangsIf(String fault) {
        while (is(fault)) {
            boolean ignored = Thread.interrupted();
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** The first time by a stack that overflows. */
    private void overflowOnce() {
        String deep = property + ".deep";
        if (System.getProperty(deep) == null) {
            System.setProperty(deep, "was");
            deeper(0);
        }
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    private static void sleep() {
        try {
            Thread.sleep(LONG_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    /** After a moment, in which the host goes on; other agencies are being called meanwhile. */
    private static void eat() {
        long begin = System.nanoTime() + 1_000_000_000L;
        while (System.nanoTime() < begin) {
            LockSupport.parkNanos(5_000_000);
        }
        List<long[]> all = new ArrayList<>();
        while (!all.contains(null)) {
            all.add(new long[100_000]);
        }
    }
}
