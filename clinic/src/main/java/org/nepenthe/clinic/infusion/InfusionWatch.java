package org.nepenthe.clinic.infusion;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.clinic.infusion.picture.LivePictures;
import org.nepenthe.clinic.record.RecordAppended;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells every browser that shows an infusion of news about it at once, and every few seconds that
/// it still listens: a browser that hears nothing knows that it shows the past.
@Component
@ConditionalOnWebApplication
class InfusionWatch {
  private static final long NO_TIMEOUT = 0;

  private final Map<InfusionId, List<Watcher>> watchers = new ConcurrentHashMap<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final InfusionDesk desk;
  private final LivePictures pictures;
  private final InstantSource clock;

  InfusionWatch(InfusionDesk desk, LivePictures pictures, InstantSource clock) {
    this.desk = desk;
    this.pictures = pictures;
    this.clock = clock;
  }

  /// One browser that listens, and the session it signed in with.
  private record Watcher(SseEmitter emitter, HttpSession session) {
    boolean signedIn() {
      try {
        session.getCreationTime();
        return true;
      } catch (IllegalStateException _) {
        return false;
      }
    }
  }

  /// What a browser is told: it fetches the picture itself.
  record News(long version, String picture, Instant asOf) {}

  SseEmitter watch(InfusionId infusion, HttpSession session) {
    var emitter = new SseEmitter(NO_TIMEOUT);
    var watcher = new Watcher(emitter, session);
    var list = watchers.computeIfAbsent(infusion, _ -> new CopyOnWriteArrayList<>());
    list.add(watcher);
    emitter.onCompletion(() -> list.remove(watcher));
    emitter.onTimeout(() -> list.remove(watcher));
    emitter.onError(_ -> list.remove(watcher));
    senders.execute(() -> tell(infusion, List.of(watcher), "heartbeat"));
    return emitter;
  }

  @TransactionalEventListener
  void appended(RecordAppended appended) {
    if (appended.stream().kind().equals("infusion")) {
      var infusion = InfusionId.of(appended.stream().id());
      senders.execute(() -> tellAll(infusion, "changed"));
    }
  }

  @Scheduled(fixedRateString = "PT3S")
  void beat() {
    for (var infusion : watchers.keySet()) {
      senders.execute(() -> tellAll(infusion, "heartbeat"));
    }
  }

  /// An open stream would hold up the clinic's end for as long as the longest request may take.
  @EventListener(ContextClosedEvent.class)
  void close() {
    watchers.values().forEach(list -> list.forEach(each -> each.emitter().complete()));
    senders.shutdown();
  }

  private void tellAll(InfusionId infusion, String event) {
    var list = watchers.getOrDefault(infusion, List.of());
    if (list.isEmpty()) {
      watchers.computeIfPresent(infusion, (_, each) -> each.isEmpty() ? null : each);
    } else {
      tell(infusion, list, event);
    }
  }

  private void tell(InfusionId infusion, List<Watcher> listeners, String event) {
    var now = clock.instant();
    var state = desk.find(infusion).orElseThrow();
    var news = new News(state.log().version(), pictures.fingerprint(state, now), now);
    for (var watcher : listeners) {
      if (watcher.signedIn()) {
        send(infusion, watcher, event, news);
      } else {
        send(infusion, watcher, "bye", news);
        watcher.emitter().complete();
      }
    }
  }

  /// A browser that is gone is forgotten; its stream the container has ended already. To end it
  /// once more would fail, and the browsers after it in the list would not be told.
  private void send(InfusionId infusion, Watcher watcher, String event, News news) {
    try {
      synchronized (watcher.emitter()) {
        watcher.emitter().send(SseEmitter.event().name(event).data(news));
      }
    } catch (IOException | IllegalStateException _) {
      watchers.getOrDefault(infusion, List.of()).remove(watcher);
    }
  }
}
