package org.feedbackloop.local.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Part;
import org.feedbackloop.local.Ports;
import org.feedbackloop.local.RunningStack;
import org.feedbackloop.local.ServiceName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts broker, database, mail server and the four services, and stays until it is stopped.")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--detach", description = "Return once everything is ready, and leave it running.")
    private boolean detach;

    @Option(names = "--demo", description = "Then play a day of sample feedback through it.")
    private boolean demo;

    @Option(
            names = "--except",
            paramLabel = "SERVICE",
            description = "Leave a service out, to run it from elsewhere. May be repeated.")
    private List<String> except = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.fromEnvironment();
        Set<ServiceName> services = EnumSet.allOf(ServiceName.class);
        except.forEach(id -> services.remove(ServiceName.of(id)));
        if (detach) {
            int status = new DetachedSupervisor(settings).start(except);
            return status == 0 && demo ? OtherProgram.DEMO.run(settings, List.of()) : status;
        }
        supervise(settings, services);
        if (demo) {
            OtherProgram.DEMO.run(settings, List.of());
        }
        // Until a signal ends this process; the shutdown hook then ends the stack.
        new CountDownLatch(1).await();
        return 0;
    }

    private static void supervise(Settings settings, Set<ServiceName> services) {
        LocalStack stack = LocalStack.in(
                settings.state(),
                settings.checkout(),
                Ports.shiftedBy(settings.portOffset()),
                services,
                new ProgressLines(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, settings)));
        RunningStack.announce(settings.state(), settings.portOffset(), services);
        stack.start();
        System.out.println();
        for (Part part : stack.parts()) {
            System.out.printf("  %-22s %s%n", part.name(), part.address());
        }
        System.out.println();
        System.out.println(ProgressLines.READY);
    }

    private static void end(LocalStack stack, Settings settings) {
        stack.close();
        RunningStack.withdraw(settings.state());
    }
}
