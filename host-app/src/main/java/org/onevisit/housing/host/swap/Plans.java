package org.onevisit.housing.host.swap;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.host.tray.Module.Kind;
import org.onevisit.housing.host.tray.ModuleFile;
import org.onevisit.housing.host.tray.RefusedException;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.view.OutcomeChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plans of this run of the host, one made after another. Safe for every thread. */
public final class Plans {
    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);
    private static final int AT_MOST = 100;
    private static final int HALF = 0x1_0000;
    private final SwapSite site;
    private final Planner planner;
    private final PlanFiles files;
    private final Executor work;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, PlanWork> plans =
            CacheBuilder.newBuilder().maximumSize(AT_MOST).build();

    /** Plans for a site, made on these threads. */
    public Plans(SwapSite site, Executor work) {
        this.site = site;
        this.planner = new Planner(site);
        this.files = new PlanFiles(site.plans());
        this.work = work;
    }

    /**
     * Begins to plan what a module would do.
     *
     * @param content the jar, or the bare text of a pack
     * @throws HousingException REFUSED_MODULE when it is no module that could be taken in, with the reason
     */
    public PlanWork begin(byte[] content, Actor actor) {
        return begin(read(content), actor, false, Optional.empty());
    }

    /**
     * Begins to plan the way back to the version that a name had before.
     *
     * @param since for a pack, and for nothing else: how applications go on that were received under the version which is left
     * @throws HousingException NOT_FOUND when there is none, BAD_ARGUMENT for a pack without {@code since} and for a plugin with it
     */
    public PlanWork beginBack(String name, Optional<Since> since, Actor actor) {
        byte[] before = site.modules()
                .before(name)
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_FOUND,
                        "there is no earlier version of %s to go back to; GET /api/v1/plugins lists the names"
                                .formatted(name)));
        ModuleFile file = read(before);
        if (file.kind() == Kind.PACK && since.isEmpty()) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    "%s is a pack: say how applications go on that were received since; --since pin: they keep their edition; --since rejudge: those that are open are judged by the edition gone back to"
                            .formatted(name));
        }
        if (file.kind() != Kind.PACK && since.isPresent()) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    "%s is a plugin: no application is judged by it, and --since is for packs; leave it out"
                            .formatted(name));
        }
        return begin(file, actor, true, since);
    }

    private PlanWork begin(ModuleFile file, Actor actor, boolean back, Optional<Since> since) {
        PlanWork plan = new PlanWork(newId(), file, back, since);
        plans.put(plan.id(), plan);
        work.execute(() -> make(plan, actor));
        return plan;
    }

    private ModuleFile read(byte[] content) {
        try {
            return Planner.read(site, content);
        } catch (RefusedException e) {
            throw new HousingException(ErrorCode.REFUSED_MODULE, String.valueOf(e.getMessage()), e);
        }
    }

    private String newId() {
        return "%04x-%04x".formatted(random.nextInt(HALF), random.nextInt(HALF));
    }

    private void make(PlanWork plan, Actor actor) {
        try {
            Plan made = counted(plan, actor);
            files.write(made);
            plan.made(made);
        } catch (IOException | RuntimeException e) {
            LOG.warn("plan {} could not be made", plan.id(), e);
            plan.failed("the plan could not be made: " + e.getMessage());
        }
    }

    /** Counts, and writes the table of what would change to its end. */
    private Plan counted(PlanWork plan, Actor actor) throws IOException {
        try (PlanFiles.Flips flips = files.open(plan.id())) {
            return planned(plan, actor, change -> {
                plan.changed();
                flips.add(change);
            });
        }
    }

    private Plan planned(PlanWork plan, Actor actor, Consumer<OutcomeChange> changes) throws IOException {
        Path scratch = Files.createTempDirectory(files.of(plan.id()), "scratch");
        try {
            return planner.plan(
                    new Planner.Request(plan.id(), plan.file(), actor, plan.back(), plan.since(), scratch), changes);
        } finally {
            MoreFiles.deleteRecursively(scratch, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    /** The plan of this name, if this run of the host has made it. */
    public Optional<PlanWork> find(String id) {
        return Optional.ofNullable(plans.getIfPresent(id));
    }

    /** A file that a plan or its execution has left: {@code plan.html}, {@code flips.csv}, {@code record.html}. */
    public Optional<String> file(PlanWork plan, String name) throws IOException {
        Path file = files.of(plan.id()).resolve(name);
        return PlanFiles.NAMES.contains(name) && Files.exists(file)
                ? Optional.of(Files.readString(file))
                : Optional.empty();
    }

    /** Counts anew what a plan counted. */
    Plan recount(PlanWork plan, Actor actor) throws IOException {
        return planned(plan, actor, change -> {});
    }

    PlanFiles files() {
        return files;
    }
}
