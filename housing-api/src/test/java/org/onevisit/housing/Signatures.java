package org.onevisit.housing;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Renders what other modules can see of some classes: one block of sorted lines per type. */
final class Signatures {
    private Signatures() {}

    static List<String> of(List<Class<?>> classes) {
        List<String> lines = new ArrayList<>();
        classes.stream()
                .filter(Signatures::visible)
                .sorted(Comparator.comparing(Class::getName))
                .forEach(type -> {
                    lines.add(header(type));
                    members(type).map(member -> "  " + member).forEach(lines::add);
                });
        return lines;
    }

    private static boolean visible(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (outer.isAnonymousClass() || outer.isLocalClass() || !seen(outer.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    private static boolean seen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String header(Class<?> type) {
        String text =
                modifiers(type.getModifiers() & ~Modifier.INTERFACE & ~(type.isInterface() ? Modifier.ABSTRACT : 0))
                        + kind(type) + " " + type.getName() + variables(type);
        if (type.isRecord()) {
            text += Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .map(Type::getTypeName)
                    .collect(joining(", ", "(", ")"));
        }
        Type parent = type.getGenericSuperclass();
        if (parent != null && parent != Object.class && !type.isEnum() && !type.isRecord()) {
            text += " extends " + parent.getTypeName();
        }
        Type[] interfaces = type.getGenericInterfaces();
        if (interfaces.length > 0 && !type.isAnnotation()) {
            text += (type.isInterface() ? " extends " : " implements ") + list(interfaces);
        }
        if (type.isSealed()) {
            text += Stream.of(type.getPermittedSubclasses())
                    .map(Class::getName)
                    .sorted()
                    .collect(joining(", ", " permits ", ""));
        }
        return text;
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> constants = type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(constant -> "constant " + ((Enum<?>) constant).name())
                : Stream.empty();
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> seen(field.getModifiers()) && !field.isSynthetic() && !field.isEnumConstant())
                .map(Signatures::field);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> seen(constructor.getModifiers()) && !constructor.isSynthetic())
                .map(Signatures::constructor);
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> seen(method.getModifiers()) && !method.isSynthetic() && !isWrittenByCompiler(method))
                .map(Signatures::method);
        return Stream.concat(constants, Stream.of(fields, constructors, methods).flatMap(part -> part.sorted()));
    }

    private static boolean isWrittenByCompiler(Method method) {
        Class<?> owner = method.getDeclaringClass();
        return owner.isEnum()
                && (method.getName().equals("values") && method.getParameterCount() == 0
                        || method.getName().equals("valueOf") && method.getParameterCount() == 1);
    }

    private static String field(Field field) {
        return modifiers(field.getModifiers()) + field.getGenericType().getTypeName() + " " + field.getName();
    }

    private static String constructor(Constructor<?> constructor) {
        return modifiers(constructor.getModifiers()) + "new" + variables(constructor)
                + arguments(constructor.getGenericParameterTypes(), constructor.isVarArgs())
                + thrown(constructor.getGenericExceptionTypes());
    }

    private static String method(Method method) {
        String variables = variables(method);
        Object byDefault = method.getDefaultValue();
        return modifiers(method.getModifiers() & ~Modifier.VOLATILE & ~Modifier.TRANSIENT & ~Modifier.SYNCHRONIZED)
                + (method.isDefault() ? "default " : "")
                + (variables.isEmpty() ? "" : variables + " ")
                + method.getGenericReturnType().getTypeName() + " " + method.getName()
                + arguments(method.getGenericParameterTypes(), method.isVarArgs())
                + thrown(method.getGenericExceptionTypes())
                + (byDefault == null ? "" : " default " + plain(byDefault));
    }

    private static String plain(Object value) {
        if (value instanceof Object[] many) {
            return Arrays.deepToString(many);
        }
        return value instanceof Annotation note ? note.annotationType().getName() : Objects.toString(value);
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers);
        return text.isEmpty() ? "" : text + " ";
    }

    private static String arguments(Type[] types, boolean varArgs) {
        String text = list(types);
        return "(" + (varArgs ? text.replaceFirst("\\[\\]$", "...") : text) + ")";
    }

    private static String thrown(Type[] types) {
        return types.length == 0 ? "" : " throws " + list(types);
    }

    private static String list(Type[] types) {
        return Stream.of(types).map(Type::getTypeName).collect(joining(", "));
    }

    private static String variables(GenericDeclaration declaration) {
        TypeVariable<?>[] variables = declaration.getTypeParameters();
        return variables.length == 0
                ? ""
                : Stream.of(variables).map(Signatures::variable).collect(joining(", ", "<", ">"));
    }

    private static String variable(TypeVariable<?> variable) {
        Type[] bounds = variable.getBounds();
        boolean free = bounds.length == 1 && bounds[0] == Object.class;
        return free
                ? variable.getName()
                : variable.getName() + " extends " + list(bounds).replace(", ", " & ");
    }
}
