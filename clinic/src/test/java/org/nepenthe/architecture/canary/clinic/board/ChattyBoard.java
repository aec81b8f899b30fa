package org.nepenthe.architecture.canary.clinic.board;

import java.util.HashMap;
import org.springframework.beans.factory.annotation.Autowired;

/// Breaks: printing, an injected field, state that belongs to nobody.
class ChattyBoard {
  static final HashMap<String, String> SEEN = new HashMap<>();
  static final int[] SHARED_BY_ALL = {1, 2, 3};
  static int counter;

  @Autowired String injected;

  void show() {
    System.out.println(injected);
  }
}
