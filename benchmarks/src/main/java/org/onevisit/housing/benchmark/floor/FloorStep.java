package org.onevisit.housing.benchmark.floor;

import java.nio.charset.StandardCharsets;
import org.onevisit.housing.benchmark.work.Work;

/**
 * One step of one application, as the floor writes it.
 *
 * @param number of the application
 * @param sequence of the step, from 1
 * @param name of the step
 * @param deadline of the stage, as a number
 * @param text what came with it
 */
record FloorStep(String number, int sequence, String name, long deadline, String text) {
    /** What is kept of an application beside its history: about what a sealed state of few members takes. */
    private static final int STATE = 1000;

    String header() {
        return "{\"type\":\"%s\",\"at\":\"2026-11-24T09:00:00Z\",\"actor\":\"clerk-1\",\"step\":\"%s\",\"sequence\":%d}"
                .formatted(name, name, sequence);
    }

    byte[] answer() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] state() {
        byte[] content = new byte[STATE];
        byte[] some = Work.answer(name, sequence + number.hashCode()).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < STATE; at += some.length) {
            System.arraycopy(some, 0, content, at, Math.min(some.length, STATE - at));
        }
        return content;
    }
}
