package org.onevisit.housing.host.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a plugin's classes call and stand in for, as far as byte code says it. What is done by reflection, by native code, or by
 * classes that are made at run time is not seen.
 */
final class PluginCode {
    private static final String ENDS = "which would end the host";
    private static final String GOES_ROUND = "which would change other bundles without the host";
    private static final Map<String, Set<String>> ENDING = Map.of(
            "java/lang/System", Set.of("exit"),
            "java/lang/Runtime", Set.of("exit", "halt"),
            "sun/misc/Signal", Set.of("raise"));
    private static final Map<String, Set<String>> CHANGING = Map.of(
            "org/osgi/framework/BundleContext", Set.of("installBundle"),
            "org/osgi/framework/Bundle", Set.of("stop", "update", "uninstall"),
            "org/osgi/framework/launch/Framework", Set.of("init", "start", "stop", "update", "uninstall"),
            "org/osgi/framework/wiring/FrameworkWiring", Set.of("refreshBundles"),
            "org/osgi/framework/startlevel/FrameworkStartLevel", Set.of("setStartLevel"));

    private final Set<String> packages = new TreeSet<>();

    /** Packages of the classes that were read, wherever in the jar they stood. */
    Set<String> packages() {
        return packages;
    }

    /**
     * Looks at a class.
     *
     * @param where what it stands in, and its name there
     * @throws UnfitJarException when it calls or stands in for what it must not
     */
    void read(String where, byte[] content) {
        Found found = new Found();
        try {
            ClassReader reader = new ClassReader(content);
            reader.accept(found, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException e) {
            // ASM throws what it likes at a file that is no class, or is one of a Java that it does not know yet
            throw new UnfitJarException("%s is no class that can be looked at: %s".formatted(where, e.getMessage()), e);
        }
        packages.add(found.name.replaceFirst("/?[^/]*$", "").replace('/', '.'));
        found.refusal().ifPresent(why -> {
            throw new UnfitJarException("%s, in %s; take it out, or put the plugin behind HTTP".formatted(why, where));
        });
    }

    private static Optional<String> forbidden(String owner, String method) {
        String call = owner.replace('/', '.') + "." + method;
        if (ENDING.getOrDefault(owner, Set.of()).contains(method)) {
            return Optional.of("calls %s, %s".formatted(call, ENDS));
        }
        return CHANGING.getOrDefault(owner, Set.of()).contains(method)
                ? Optional.of("calls %s, %s".formatted(call, GOES_ROUND))
                : Optional.empty();
    }

    /** What was found in one class. */
    private static final class Found extends ClassVisitor {
        private final List<String> refusals = new ArrayList<>();
        private String name = "";

        Found() {
            super(Opcodes.ASM9);
        }

        Optional<String> refusal() {
            return refusals.stream().findFirst();
        }

        @Override
        public void visit(
                int version,
                int access,
                String type,
                @Nullable String signature,
                @Nullable String parent,
                String @Nullable [] interfaces) {
            name = type;
            for (String one : interfaces == null ? new String[0] : interfaces) {
                if (ReservedServices.isContract(one.replace('/', '.'))) {
                    refusals.add("class %s is a %s, which the host alone has"
                            .formatted(type.replace('/', '.'), one.replace('/', '.')));
                }
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Calls(method);
        }

        /** Calls and references to methods in one method. */
        private final class Calls extends MethodVisitor {
            private final String method;

            Calls(String method) {
                super(Opcodes.ASM9);
                this.method = method;
            }

            private void call(String owner, String called) {
                forbidden(owner, called)
                        .ifPresent(what -> refusals.add(
                                "method %s of class %s %s".formatted(method, name.replace('/', '.'), what)));
            }

            private void constant(@Nullable Object value) {
                if (value instanceof Handle handle) {
                    call(handle.getOwner(), handle.getName());
                } else if (value instanceof ConstantDynamic dynamic) {
                    constant(dynamic.getBootstrapMethod());
                    for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                        constant(dynamic.getBootstrapMethodArgument(i));
                    }
                }
            }

            @Override
            public void visitMethodInsn(int code, String owner, String called, String descriptor, boolean isInterface) {
                call(owner, called);
            }

            @Override
            public void visitInvokeDynamicInsn(
                    String called, String descriptor, Handle bootstrap, Object... arguments) {
                constant(bootstrap);
                for (Object argument : arguments) {
                    constant(argument);
                }
            }

            @Override
            public void visitLdcInsn(Object value) {
                constant(value);
            }
        }
    }
}
