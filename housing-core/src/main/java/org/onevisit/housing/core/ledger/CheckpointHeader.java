package org.onevisit.housing.core.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The head of a checkpoint.
 *
 * @param v version of the format
 * @param sequence place among the checkpoints
 * @param at when it was made
 * @param after last position that the checkpoint before covers
 * @param upto last position that this one covers
 * @param chain algorithm of its hash
 * @param sig algorithm of its signature
 * @param kid name of the key that signed
 */
record CheckpointHeader(int v, long sequence, String at, long after, long upto, String chain, String sig, String kid) {
    private static final JsonMapper JSON = new JsonMapper();

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the header of a checkpoint cannot be written", e);
        }
    }

    static CheckpointHeader read(String json) {
        try {
            return JSON.readValue(json, CheckpointHeader.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the header of the last checkpoint cannot be read; verify the store", e);
        }
    }
}
