package org.onevisit.housing.benchmark.ours;

import org.onevisit.housing.spi.publicity.Posting;
import org.onevisit.housing.spi.publicity.PublicityOutlet;

/** Where the pack has its notices shown: takes them all, at once. */
final class Board implements PublicityOutlet {
    @Override
    public String code() {
        return "web";
    }

    @Override
    public void post(Posting posting) {
        // shown
    }

    @Override
    public void takeDown(String item) {
        // taken down
    }
}
