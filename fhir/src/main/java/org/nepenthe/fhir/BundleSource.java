package org.nepenthe.fhir;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of a bundle. They are read twice: a patient may stand behind the facts about them.
@FunctionalInterface
public interface BundleSource {
  InputStream open() throws IOException;
}
