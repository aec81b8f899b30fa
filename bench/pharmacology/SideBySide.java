import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.nepenthe.bench.Works;
import org.nepenthe.pharmacology.population.CurveBlock;
import org.nepenthe.pharmacology.population.Site;
import org.nepenthe.pharmacology.population.kernel.Kernel;

/// Persons a second of a thread's own processor time, best of the rounds: what C's clock measures
/// in w1.c, so that the two can be compared on a machine that others use too. Run by `run`.
class SideBySide {
  private static final int LANES = 64;

  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    var w1 = Works.w1(Kernel.best());
    var curves = w1.curves(new CurveBlock(LANES, Works.W1_TIMES));
    best("w1-bands", rounds, Works.W1_PERSONS, () -> w1.bands(Works.W1_PERSONS, 1).persons());
    bestOfTwo("w1-bands-two", rounds, Works.W1_PERSONS);
    best("w1-stored", rounds, Works.W1_PERSONS, () -> {
      double sum = 0;
      for (long first = 0; first < Works.W1_PERSONS; first += LANES) {
        sum += curves.fill(first).plasma(0, 40);
      }
      return (long) sum;
    });
    var w2 = Works.w2(Kernel.best());
    best("w2-bands", 3 * rounds, Works.W2_PERSONS, () -> w2.bands(Works.W2_PERSONS, 1).persons());
    var w3 = Works.w3();
    best("w3-bands", rounds, Works.W3_PERSONS, () -> w3.bands(Works.W3_PERSONS, 1).persons());
    var bands = w1.bands(Works.W1_PERSONS, 1);
    System.err.printf(
        "median at 40 min: plasma %.4f effect %.4f ng/mL%n",
        bands.at(Site.PLASMA, 50)[40], bands.at(Site.EFFECT, 50)[40]);
  }

  /// Two threads at the same work at the same time, each by its own clock: what is left of one
  /// thread's speed when another uses the caches and the memory.
  private static void bestOfTwo(String name, int rounds, int persons) throws InterruptedException {
    var slower = new double[rounds];
    Runnable work = () -> {
      var threads = ManagementFactory.getThreadMXBean();
      var w1 = Works.w1(Kernel.best());
      for (int round = 0; round < rounds; round++) {
        long from = threads.getCurrentThreadCpuTime();
        w1.bands(persons, 1);
        double speed = persons * 1e9 / (threads.getCurrentThreadCpuTime() - from);
        synchronized (slower) {
          slower[round] = slower[round] == 0 ? speed : Math.min(slower[round], speed);
        }
      }
    };
    var one = new Thread(work);
    var other = new Thread(work);
    one.start();
    other.start();
    one.join();
    other.join();
    System.out.printf("java %s %.0f%n", name, Arrays.stream(slower).max().orElse(0));
  }

  private static void best(String name, int rounds, int persons, LongSupplier work) {
    var threads = ManagementFactory.getThreadMXBean();
    double best = 0;
    long check = 0;
    for (int round = 0; round < rounds; round++) {
      long from = threads.getCurrentThreadCpuTime();
      check += work.getAsLong();
      best = Math.max(best, persons * 1e9 / (threads.getCurrentThreadCpuTime() - from));
    }
    System.out.printf("java %s %.0f%n", name, check == 0 ? 0 : best);
  }
}
