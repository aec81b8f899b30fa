package org.nepenthe.architecture.canary.clinic.board;

import java.util.HashMap;
import org.nepenthe.architecture.canary.clinic.infusion.InfusionManager;
import org.nepenthe.architecture.canary.clinic.infusion.store.StoreRoom;
import org.springframework.beans.factory.annotation.Autowired;

/// Breaks: printing, an injected field, state that belongs to nobody, a cycle between two rooms, a
/// hand in another room's inner package.
public class ChattyBoard {
  static final HashMap<String, String> SEEN = new HashMap<>();
  static final int[] SHARED_BY_ALL = {1, 2, 3};
  static int counter;

  @Autowired String injected;

  InfusionManager infusions = new InfusionManager();
  StoreRoom store = new StoreRoom();

  void show() {
    System.out.println(injected);
  }
}
