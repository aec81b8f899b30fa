/* The work W1 in plain C: Simons' esketamine part with its variability, 0.3 mg/kg over 40 min, every
 * minute for 4 h, plasma and effect site (ke0 0.0835/min), by the same recurrence on the same layout
 * as the Java kernel: blocks of 64 persons, a row of the block for each minute.
 *
 *   cc -O3 -march=native -o w1 w1.c -lm && ./w1 PATIENTS ROUNDS
 *
 * prints the best of the rounds in patients a second, for curves stored in reused memory and for
 * percentile bands. The vector extension of GCC and Clang stands where a loop over lanes would do;
 * either compiler turns it into the widest registers the machine has. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LANES = 64, STRIDE = 72, ROWS = 241, GROUP = 8, BITS = 8, SHIFT = 52 - BITS, PILOT = 256 };

typedef double group __attribute__((vector_size(GROUP * 8)));

static double weight[LANES], z1[LANES], z2[LANES], z3[LANES];
static double v1[LANES], k10[LANES], k12[LANES], k21[LANES], k13[LANES], k31[LANES];
static double lambda[3][LANES], share[3][LANES], keep[3][LANES], hand[3][LANES], gain[3][LANES];
static double keep_effect[LANES], gain_effect[LANES];
static double mode[3][LANES], effect[LANES];
static double plasma_rows[ROWS * STRIDE] __attribute__((aligned(64)));
static double effect_rows[ROWS * STRIDE] __attribute__((aligned(64)));
static const double ke0 = 0.0835;

static inline uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

static inline double uniform(uint64_t key, uint64_t person, uint64_t purpose) {
  uint64_t bits = mix(key + (person * 64 + purpose) * 0x9e3779b97f4a7c15u) >> 12;
  double d;
  bits |= 0x3ff0000000000000u;
  memcpy(&d, &bits, 8);
  return d - 1.0 + 0x1p-53;
}

static const double CT[] = {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3};
static const double CB[] = {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3};
static const double NT[] = {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
static const double NB[] = {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
static const double FT[] = {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
static const double FB[] = {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};

static inline double poly(const double *c, double x) {
  return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
}

/* Wichura, AS 241. The central part runs over all lanes at once, the tails one by one. */
static void normals(double *p) {
  double central[LANES];
  for (int i = 0; i < LANES; i++) {
    double q = p[i] - 0.5, r = 0.180625 - q * q;
    central[i] = q * poly(CT, r) / poly(CB, r);
  }
  for (int i = 0; i < LANES; i++) {
    double q = p[i] - 0.5;
    if (fabs(q) > 0.425) {
      double r = sqrt(-log(q < 0 ? p[i] : 1 - p[i]));
      double t = r <= 5 ? poly(NT, r - 1.6) / poly(NB, r - 1.6) : poly(FT, r - 5) / poly(FB, r - 5);
      central[i] = q < 0 ? -t : t;
    }
  }
  memcpy(p, central, sizeof central);
}

static double cumulative(double x) { return 0.5 * erfc(-x / sqrt(2)); }

static void draw(uint64_t seed, uint64_t first) {
  double low = cumulative((53 - 73) / 12.0), high = cumulative((93 - 73) / 12.0);
  for (int i = 0; i < LANES; i++) {
    weight[i] = low + uniform(seed, first + i, 0) * (high - low);
    z1[i] = uniform(seed, first + i, 1);
    z2[i] = uniform(seed, first + i, 2);
    z3[i] = uniform(seed, first + i, 3);
  }
  normals(weight);
  normals(z1);
  normals(z2);
  normals(z3);
  const double s1 = sqrt(0.057), s2 = sqrt(0.029), s3 = sqrt(0.026);
  for (int i = 0; i < LANES; i++) {
    weight[i] = 73 + 12 * weight[i];
    double w = weight[i] / 70, quarter = sqrt(sqrt(w)), slow = 1 / quarter;
    double per_v1 = exp(-s1 * z1[i]), third = exp(s3 * z3[i]);
    v1[i] = 11.6 * w / per_v1;
    k10[i] = 1.48 / 11.6 * slow * exp(s2 * z2[i]) * per_v1;
    k12[i] = 2.43 / 11.6 * slow * per_v1;
    k21[i] = 2.43 / 39.0 * slow;
    k13[i] = 1.21 / 11.6 * slow * third * per_v1;
    k31[i] = 1.21 / 174.0 * slow * third;
  }
}

static void roots(void) {
  double a2[LANES], a1[LANES], a0[LANES], mean[LANES], spread[LANES], c[LANES];
  for (int i = 0; i < LANES; i++) {
    a2[i] = k10[i] + k12[i] + k13[i] + k21[i] + k31[i];
    a1[i] = k10[i] * (k21[i] + k31[i]) + k12[i] * k31[i] + k13[i] * k21[i] + k21[i] * k31[i];
    a0[i] = k10[i] * k21[i] * k31[i];
    mean[i] = a2[i] / 3;
    double square = mean[i] * mean[i] - a1[i] / 3;
    spread[i] = sqrt(square);
    c[i] = (mean[i] * (mean[i] * mean[i] - a1[i] / 2) + a0[i] / 2) / (spread[i] * square);
  }
  for (int i = 0; i < LANES; i++) c[i] = cos(acos(fmin(1, fmax(-1, c[i]))) / 3);
  for (int i = 0; i < LANES; i++) {
    double s = sqrt(3 * (1 - c[i] * c[i]));
    lambda[0][i] = mean[i] + 2 * spread[i] * c[i];
    lambda[1][i] = mean[i] + spread[i] * (s - c[i]);
    lambda[2][i] = mean[i] - spread[i] * (s + c[i]);
  }
  for (int m = 0; m < 3; m++)
    for (int i = 0; i < LANES; i++) {
      double r = lambda[m][i];
      for (int round = 0; round < 3; round++)
        r -= (((r - a2[i]) * r + a1[i]) * r - a0[i]) / ((3 * r - 2 * a2[i]) * r + a1[i]);
      lambda[m][i] = r;
    }
}

static void modes(void) {
  roots();
  for (int m = 0; m < 3; m++) {
    const double *own = lambda[m], *other = lambda[(m + 1) % 3], *third = lambda[(m + 2) % 3];
    for (int i = 0; i < LANES; i++)
      share[m][i] = 1000 * weight[i] * (own[i] - k21[i]) * (own[i] - k31[i]) /
                    (v1[i] * (own[i] - other[i]) * (own[i] - third[i]));
  }
  memset(mode, 0, sizeof mode);
  memset(effect, 0, sizeof effect);
}

static void step(double minutes) {
  double gone_effect = -expm1(-ke0 * minutes);
  for (int i = 0; i < LANES; i++) {
    keep_effect[i] = 1 - gone_effect;
    gain_effect[i] = 0;
  }
  for (int m = 0; m < 3; m++)
    for (int i = 0; i < LANES; i++) {
      double gone = -expm1(-lambda[m][i] * minutes), gap = fabs(ke0 - lambda[m][i]);
      double left = 1 - fmin(gone, gone_effect), x = gap * minutes;
      double steady = share[m][i] / lambda[m][i];
      hand[m][i] = ke0 * left * (x < 1e-300 ? minutes : -expm1(-x) / gap);
      keep[m][i] = 1 - gone;
      gain[m][i] = steady * gone;
      gain_effect[i] += steady * (gone_effect - hand[m][i]);
    }
}

#define LOAD(array) (*(const group *)((array) + i))
#define STORE(array, value) (*(group *)((array) + i) = (value))

static void advance(double rate, int steps, int row) {
  for (int i = 0; i < LANES; i += GROUP) {
    group x1 = LOAD(mode[0]), x2 = LOAD(mode[1]), x3 = LOAD(mode[2]), xe = LOAD(effect);
    group f1 = LOAD(keep[0]), f2 = LOAD(keep[1]), f3 = LOAD(keep[2]), fe = LOAD(keep_effect);
    group h1 = LOAD(hand[0]), h2 = LOAD(hand[1]), h3 = LOAD(hand[2]);
    group u1 = rate * LOAD(gain[0]), u2 = rate * LOAD(gain[1]), u3 = rate * LOAD(gain[2]);
    group ue = rate * LOAD(gain_effect);
    double *plasma_at = plasma_rows + row * STRIDE, *effect_at = effect_rows + row * STRIDE;
    for (int s = 0; s < steps; s++) {
      xe = xe * fe + (x1 * h1 + (x2 * h2 + (x3 * h3 + ue)));
      x1 = x1 * f1 + u1;
      x2 = x2 * f2 + u2;
      x3 = x3 * f3 + u3;
      STORE(plasma_at, x1 + x2 + x3);
      STORE(effect_at, xe);
      plasma_at += STRIDE;
      effect_at += STRIDE;
    }
    STORE(mode[0], x1);
    STORE(mode[1], x2);
    STORE(mode[2], x3);
    STORE(effect, xe);
  }
}

static void block(uint64_t seed, uint64_t first) {
  draw(seed, first);
  modes();
  step(1);
  memset(plasma_rows, 0, LANES * 8);
  memset(effect_rows, 0, LANES * 8);
  advance(0.3 / 40, 40, 1);
  advance(0, 200, 41);
}

static int64_t base[2 * ROWS], size[2 * ROWS], start[2 * ROWS];
static uint32_t *counts;
static uint64_t outside;

static const double *row_of(int r) {
  return r < ROWS ? plasma_rows + r * STRIDE : effect_rows + (r - ROWS) * STRIDE;
}

static inline int64_t bin(double x) {
  int64_t bits;
  memcpy(&bits, &x, 8);
  return bits >> SHIFT;
}

static void pilot(uint64_t seed) {
  static double least[2 * ROWS], most[2 * ROWS];
  for (int r = 0; r < 2 * ROWS; r++) least[r] = INFINITY, most[r] = 0;
  for (int p = 0; p < PILOT; p += LANES) {
    block(seed, p);
    for (int r = 0; r < 2 * ROWS; r++)
      for (int i = 0; i < LANES; i++) {
        least[r] = fmin(least[r], row_of(r)[i]);
        most[r] = fmax(most[r], row_of(r)[i]);
      }
  }
  int64_t total = 0;
  for (int r = 0; r < 2 * ROWS; r++) {
    base[r] = bin(least[r] / 2);
    size[r] = bin(most[r] * 2) - base[r] + 1;
    start[r] = total;
    total += size[r];
  }
  free(counts);
  counts = calloc(total, sizeof *counts);
}

static void tally(int persons) {
  for (int r = 0; r < 2 * ROWS; r++) {
    const double *x = row_of(r);
    int64_t from = base[r], n = size[r], bins[LANES];
    uint32_t *c = counts + start[r];
    for (int i = 0; i < LANES; i++) bins[i] = bin(x[i]) - from;
    for (int i = 0; i < persons; i++) {
      if ((uint64_t)bins[i] < (uint64_t)n) c[bins[i]]++;
      else outside++;
    }
  }
}

static double median(int r, uint64_t persons) {
  uint64_t rank = (persons + 1) / 2, seen = 0;
  for (int64_t b = 0; b < size[r]; b++) {
    seen += counts[start[r] + b];
    if (seen >= rank) {
      int64_t bits = ((base[r] + b) << SHIFT) + (INT64_C(1) << (SHIFT - 1));
      double d;
      memcpy(&d, &bits, 8);
      return d;
    }
  }
  return NAN;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
  uint64_t persons = argc > 1 ? strtoull(argv[1], 0, 10) : 100000;
  int rounds = argc > 2 ? atoi(argv[2]) : 20;
  double stored = 0, bands = 0, check = 0;
  for (int round = 0; round < rounds; round++) {
    double from = now();
    for (uint64_t p = 0; p < persons; p += LANES) {
      block(1, p);
      check += plasma_rows[40 * STRIDE];
    }
    stored = fmax(stored, persons / (now() - from));
    from = now();
    pilot(1);
    for (uint64_t p = 0; p < persons; p += LANES) {
      block(1, p);
      tally(persons - p < LANES ? (int)(persons - p) : LANES);
    }
    bands = fmax(bands, persons / (now() - from));
  }
  printf("c stored %.0f\nc bands %.0f\n", stored, bands);
  fprintf(stderr, "median at 40 min: plasma %.4f effect %.4f ng/mL; outside the pilot's bins %llu (%g)\n",
          median(40, persons), median(ROWS + 40, persons), (unsigned long long)outside, check > 0 ? 1.0 : 0.0);
  return 0;
}
