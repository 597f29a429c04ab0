package org.onevisit.housing.core.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.spi.intake.IntakeChannel;
import org.onevisit.housing.view.Paper;

/** A window whose answer a test chooses; it remembers what it was handed. */
final class FakeChannel implements IntakeChannel {
    private final ChannelProfile profile;
    private final List<String> handed = new CopyOnWriteArrayList<>();
    private volatile Function<Paper, Delivery> answer = paper -> Delivery.HANDED_OVER;

    private Consumer<ApprovalService> work = door -> {};

    private FakeChannel(String window) {
        profile = new ChannelProfile("intake-window", window, "窗口");
    }

    static FakeChannel window(String window) {
        return new FakeChannel(window);
    }

    FakeChannel answers(Function<Paper, Delivery> next) {
        answer = next;
        return this;
    }

    FakeChannel collects(Consumer<ApprovalService> next) {
        work = next;
        return this;
    }

    /** Kinds of the papers, in the order in which they came, repeats included. */
    List<String> handed() {
        return handed;
    }

    @Override
    public ChannelProfile profile() {
        return profile;
    }

    @Override
    public Delivery deliver(Paper paper) {
        handed.add(paper.kind());
        return answer.apply(paper);
    }

    @Override
    public void collect(ApprovalService door) {
        work.accept(door);
    }
}
