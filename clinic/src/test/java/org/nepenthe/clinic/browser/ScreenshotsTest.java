package org.nepenthe.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nepenthe.architecture.Repository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The pictures of the README are pictures of this software. With NEPENTHE_SCREENSHOTS set they are
/// made anew from the journey; without, they have to be there.
@JourneyClinic
class ScreenshotsTest {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final int BYTES_OF_A_PAGE_WITH_SOMETHING_ON_IT = 20_000;

  @Autowired ApplicationContext clinic;

  @Test
  void madeAnewWhereAskedFor() throws IOException {
    if (System.getenv("NEPENTHE_SCREENSHOTS") == null) {
      return;
    }
    for (var picture : WholeJourney.walked(clinic).gallery().pictures().entrySet()) {
      Files.write(file(picture.getKey()), picture.getValue());
    }
  }

  static Stream<String> pictures() {
    return Gallery.PICTURES.stream();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyPictureIsThere(String name) throws IOException {
    var file = file(name);
    assertThat(file).isRegularFile();
    assertThat(Files.size(file)).isGreaterThan(BYTES_OF_A_PAGE_WITH_SOMETHING_ON_IT);
    var image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(WIDTH);
    assertThat(image.getHeight()).isEqualTo(HEIGHT);
  }

  private static Path file(String name) {
    return Repository.root().resolve("docs/images").resolve(name + ".png");
  }
}
