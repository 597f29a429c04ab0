package org.onevisit.housing.core.rules;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.state.Outbox.Cause;
import org.onevisit.housing.core.state.Outbox.Due;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.spi.policy.ProcessRules.PaperText;

/** Papers that an application's channel is still to hand over: those that the pack has a text for. */
public final class DuePapers {
    private static final String CHANNEL = "channel:";

    private DuePapers() {}

    /** The papers, oldest first. */
    public static List<Due> of(State state, Setting setting) {
        return state.outbox().due().stream()
                .filter(paper -> text(paper, setting).isPresent())
                .toList();
    }

    /** Does a paper wait for a channel that is not installed? */
    public static boolean awaitChannel(State state, Setting setting) {
        return of(state, setting).stream().anyMatch(paper -> paper.cause() == Cause.NOT_INSTALLED);
    }

    /** The channel and window that hand over an application's papers: those by which it came. */
    public static String channel(State state) {
        return channel(
                state.application().intake().channel(),
                state.application().intake().window());
    }

    /** One name for a channel and its window. */
    public static String channel(String channel, String window) {
        return channel + "/" + window;
    }

    /** Under what an application waits for a channel; a list of such names is parted by commas. */
    public static String waitingFor(String channel) {
        return CHANNEL + channel.replace(',', '_');
    }

    /** Does this name a channel, and not an agency? */
    public static boolean isChannel(String waitedFor) {
        return waitedFor.startsWith(CHANNEL);
    }

    /** What has kept papers from being handed over, zh-CN, one line each. */
    public static List<String> awaiting(State state, Setting setting) {
        return of(state, setting).stream()
                .filter(paper -> paper.cause() != Cause.NONE)
                .map(paper -> text(paper, setting).map(PaperText::heading).orElse(paper.kind()) + "："
                        + cause(paper.cause(), state))
                .toList();
    }

    private static String cause(Cause cause, State state) {
        return switch (cause) {
            case NONE -> "待送达";
            case NOT_INSTALLED -> "受理渠道插件未安装（" + channel(state) + "），安装后送达";
            case NOT_YET -> "受理渠道暂时不能送达，稍后再送";
            case FAILED -> "受理渠道插件出错，稍后再送";
        };
    }

    private static Optional<PaperText> text(Due paper, Setting setting) {
        return setting.rules().papers().stream()
                .filter(text -> text.kind().equals(paper.kind()))
                .findFirst();
    }
}
