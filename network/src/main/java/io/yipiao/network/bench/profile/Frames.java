package io.yipiao.network.bench.profile;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A method on the stacks of a recording, with how many samples it was seen in, and its callees. */
final class Frames {
    private final SortedMap<String, Frames> callees = new TreeMap<>();
    private long samples;

    /** All running threads' stacks, from the outermost frame inwards. */
    static Frames read(Path recording) throws IOException {
        Frames root = new Frames();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (stack != null && event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    root.add(stack.getFrames());
                }
            }
        }
        return root;
    }

    private void add(List<RecordedFrame> innermostFirst) {
        samples++;
        Frames at = this;
        for (RecordedFrame frame : innermostFirst.reversed()) {
            at = at.callees.computeIfAbsent(name(frame), name -> new Frames());
            at.samples++;
        }
    }

    private static String name(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
    }

    long samples() {
        return samples;
    }

    SortedMap<String, Frames> callees() {
        return callees;
    }
}
