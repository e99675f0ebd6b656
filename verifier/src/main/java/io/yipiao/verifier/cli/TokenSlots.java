package io.yipiao.verifier.cli;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a PKCS #11 library's list of slots the token of a label is. Java's provider takes that
 * place and not a label, so the library itself is asked (PKCS #11 2.40: C_GetFunctionList, then by
 * its table C_Initialize, C_GetSlotList, C_GetTokenInfo, C_Finalize), on 64-bit systems whose
 * structures are aligned as Linux has them.
 */
@SuppressWarnings("restricted")
final class TokenSlots {
    private static final long OK = 0;
    private static final int INITIALIZE = 0;
    private static final int FINALIZE = 1;
    private static final int SLOT_LIST = 4;
    private static final int TOKEN_INFO = 6;
    private static final int LABEL_LENGTH = 32;
    private static final int TOKEN_INFO_SIZE = 512;
    private static final int MOST_SLOTS = 1024;

    private final Arena arena;
    private final MemorySegment functions;

    private TokenSlots(Arena arena, MemorySegment functions) {
        this.arena = arena;
        this.functions = functions;
    }

    static int indexOf(Path library, String token) throws InputException {
        if (!Files.isRegularFile(library)) {
            throw new InputException("没有 PKCS #11 库 " + library, "there is no library " + library);
        }
        List<String> labels = labels(library);
        int index = labels.indexOf(token);
        if (index < 0) {
            List<String> others = labels.stream().filter(label -> !label.isEmpty()).toList();
            throw new InputException(
                    "没有标签为 " + token + " 的设备，有的是 " + others,
                    "there is no token of label " + token + ", but " + others);
        }
        if (index != labels.lastIndexOf(token)) {
            throw new InputException(
                    "有几个设备的标签都是 " + token, "several tokens have the label " + token);
        }
        return index;
    }

    /** Each slot's token by its label, which is empty where there is none. */
    private static List<String> labels(Path library) throws InputException {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
            MemorySegment table = arena.allocate(ADDRESS);
            long got =
                    (long)
                            Linker.nativeLinker()
                                    .downcallHandle(
                                            symbols.findOrThrow("C_GetFunctionList"),
                                            FunctionDescriptor.of(JAVA_LONG, ADDRESS))
                                    .invokeExact(table);
            if (got != OK) {
                throw new IllegalStateException("C_GetFunctionList: " + got);
            }
            long size = ADDRESS.byteSize() * (TOKEN_INFO + 2);
            return new TokenSlots(arena, table.get(ADDRESS, 0).reinterpret(size)).labels();
        } catch (Throwable fault) {
            throw new InputException(
                    library + " 不是可用的 PKCS #11 库：" + fault.getMessage(),
                    library + " is no PKCS #11 library that can be used: " + fault.getMessage(),
                    fault instanceof Exception known ? known : new IllegalStateException(fault));
        }
    }

    private List<String> labels() throws Throwable {
        call(INITIALIZE, FunctionDescriptor.of(JAVA_LONG, ADDRESS), MemorySegment.NULL);
        try {
            MemorySegment count = arena.allocate(JAVA_LONG);
            count.set(JAVA_LONG, 0, MOST_SLOTS);
            MemorySegment slots = arena.allocate(JAVA_LONG, MOST_SLOTS);
            call(
                    SLOT_LIST,
                    FunctionDescriptor.of(JAVA_LONG, JAVA_BYTE, ADDRESS, ADDRESS),
                    (byte) 0,
                    slots,
                    count);
            List<String> labels = new ArrayList<>();
            for (long i = 0; i < count.get(JAVA_LONG, 0); i++) {
                labels.add(label(slots.getAtIndex(JAVA_LONG, i)));
            }
            return labels;
        } finally {
            call(FINALIZE, FunctionDescriptor.of(JAVA_LONG, ADDRESS), MemorySegment.NULL);
        }
    }

    private String label(long slot) throws Throwable {
        MemorySegment info = arena.allocate(TOKEN_INFO_SIZE);
        long got =
                (long)
                        function(TOKEN_INFO, FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS))
                                .invokeWithArguments(slot, info);
        byte[] label = info.asSlice(0, LABEL_LENGTH).toArray(JAVA_BYTE);
        return got == OK ? new String(label, StandardCharsets.UTF_8).stripTrailing() : "";
    }

    private void call(int function, FunctionDescriptor shape, Object... arguments)
            throws Throwable {
        long got = (long) function(function, shape).invokeWithArguments(arguments);
        if (got != OK) {
            throw new IllegalStateException("PKCS #11 error 0x" + Long.toHexString(got));
        }
    }

    /** A function of the table, which a version of two bytes stands before. */
    private MethodHandle function(int index, FunctionDescriptor shape) {
        MemorySegment address = functions.getAtIndex(ADDRESS, index + 1L);
        return Linker.nativeLinker().downcallHandle(address, shape);
    }
}
