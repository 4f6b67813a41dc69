#include "matrix_kernel.h"

// The one loop in which the analysis spends most of its time. It is C, because Swift chooses vector instructions for
// a whole program at compile time, while here the processor is asked when the program runs.

enum { panel_width = 8, row_block = 4 };

// Rows are done in tiles that stay in the first-level cache while panel after panel passes by.
enum { tile = 64 };

typedef float vector __attribute__((vector_size(32), aligned(4)));
typedef int8_t bytes __attribute__((vector_size(8), aligned(1)));

#define INLINE static inline __attribute__((always_inline))

/// Writes a sum of eight values or adds it; a macro, because passing vectors by value has no ABI without AVX.
#define STORE(place, sum) \
  do { \
    vector *target = (vector *)(place); \
    *target = adding ? *target + (sum) : (sum); \
  } while (0)

/// Four rows of left by two panels: eight sums that stay in registers.
INLINE void block_of_two(
    const float *left, ptrdiff_t stride, const float *panel, ptrdiff_t depth, float *result, ptrdiff_t result_stride,
    int adding) {
  const float *next = panel + depth * panel_width;
  const float *l0 = left, *l1 = left + stride, *l2 = left + 2 * stride, *l3 = left + 3 * stride;
  vector a0 = {0}, a1 = {0}, a2 = {0}, a3 = {0}, b0 = {0}, b1 = {0}, b2 = {0}, b3 = {0};
  // Multiplying and adding leave no time for counting.
#pragma clang loop unroll_count(4)
  for (ptrdiff_t k = 0; k < depth; k++) {
    vector a = *(const vector *)(panel + k * panel_width);
    vector b = *(const vector *)(next + k * panel_width);
    a0 += a * l0[k];
    b0 += b * l0[k];
    a1 += a * l1[k];
    b1 += b * l1[k];
    a2 += a * l2[k];
    b2 += b * l2[k];
    a3 += a * l3[k];
    b3 += b * l3[k];
  }
  STORE(result, a0);
  STORE(result + panel_width, b0);
  STORE(result + result_stride, a1);
  STORE(result + result_stride + panel_width, b1);
  STORE(result + 2 * result_stride, a2);
  STORE(result + 2 * result_stride + panel_width, b2);
  STORE(result + 3 * result_stride, a3);
  STORE(result + 3 * result_stride + panel_width, b3);
}

/// Four rows of left by one panel.
INLINE void block_of_one(
    const float *left, ptrdiff_t stride, const float *panel, ptrdiff_t depth, float *result, ptrdiff_t result_stride,
    int adding) {
  const float *l0 = left, *l1 = left + stride, *l2 = left + 2 * stride, *l3 = left + 3 * stride;
  vector s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
  for (ptrdiff_t k = 0; k < depth; k++) {
    vector p = *(const vector *)(panel + k * panel_width);
    s0 += p * l0[k];
    s1 += p * l1[k];
    s2 += p * l2[k];
    s3 += p * l3[k];
  }
  STORE(result, s0);
  STORE(result + result_stride, s1);
  STORE(result + 2 * result_stride, s2);
  STORE(result + 3 * result_stride, s3);
}

INLINE void line(const float *left, const float *panel, ptrdiff_t depth, float *result, int adding) {
  vector sum = {0};
  for (ptrdiff_t k = 0; k < depth; k++) sum += *(const vector *)(panel + k * panel_width) * left[k];
  STORE(result, sum);
}

/// `panels_at_once` is 2 where there are sixteen registers of eight floats, else 1; a constant in each caller.
INLINE void multiply(
    const float *left, ptrdiff_t left_stride, ptrdiff_t count, const float *panels, ptrdiff_t depth,
    ptrdiff_t panel_count, float *result, ptrdiff_t result_stride, int adding, int panels_at_once) {
  for (ptrdiff_t p = 0; p < panel_count;) {
    int width = panels_at_once == 2 && p + 2 <= panel_count ? 2 : 1;
    const float *panel = panels + p * depth * panel_width;
    float *target = result + p * panel_width;
    ptrdiff_t row = 0;
    for (; row + row_block <= count; row += row_block) {
      const float *rows = left + row * left_stride;
      if (width == 2) {
        block_of_two(rows, left_stride, panel, depth, target + row * result_stride, result_stride, adding);
      } else {
        block_of_one(rows, left_stride, panel, depth, target + row * result_stride, result_stride, adding);
      }
    }
    for (; row < count; row++) {
      for (int i = 0; i < width; i++) {
        line(
            left + row * left_stride, panel + i * depth * panel_width, depth,
            target + row * result_stride + i * panel_width, adding);
      }
    }
    p += width;
  }
}

/// Eight columns of all rows at a time: the rows lie far apart in memory, so that they are fetched side by side.
INLINE void sum_rows(
    const int8_t *values, const float *scales, ptrdiff_t width, const int32_t *rows, ptrdiff_t row_count,
    float *result) {
  for (ptrdiff_t column = 0; column < width; column += panel_width) {
    vector sum = {0};
    for (ptrdiff_t i = 0; i < row_count; i++) {
      if (rows[i] < 0) continue;
      bytes row = *(const bytes *)(values + rows[i] * width + column);
      sum += __builtin_convertvector(row, vector) * scales[rows[i]];
    }
    *(vector *)(result + column) = sum;
  }
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void multiply_avx2(
    const float *left, ptrdiff_t left_stride, ptrdiff_t count, const float *panels, ptrdiff_t depth,
    ptrdiff_t panel_count, float *result, ptrdiff_t result_stride, int adding) {
  multiply(left, left_stride, count, panels, depth, panel_count, result, result_stride, adding, 2);
}

__attribute__((target("avx2"))) static void sum_rows_avx2(
    const int8_t *values, const float *scales, ptrdiff_t width, const int32_t *rows, ptrdiff_t row_count,
    float *result) {
  sum_rows(values, scales, width, rows, row_count, result);
}
#endif

static void multiply_tile(
    const float *left, ptrdiff_t left_stride, ptrdiff_t count, const float *panels, ptrdiff_t depth,
    ptrdiff_t panel_count, float *result, ptrdiff_t result_stride, int adding) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    multiply_avx2(left, left_stride, count, panels, depth, panel_count, result, result_stride, adding);
    return;
  }
#endif
  multiply(left, left_stride, count, panels, depth, panel_count, result, result_stride, adding, 1);
}

void nutrigraph_multiply(
    const float *left, ptrdiff_t left_stride, ptrdiff_t count, const float *panels, ptrdiff_t depth,
    ptrdiff_t panel_count, float *result, ptrdiff_t result_stride, int adding) {
  for (ptrdiff_t row = 0; row < count; row += tile) {
    ptrdiff_t rows = count - row < tile ? count - row : tile;
    multiply_tile(
        left + row * left_stride, left_stride, rows, panels, depth, panel_count, result + row * result_stride,
        result_stride, adding);
  }
}

void nutrigraph_sum_rows(
    const int8_t *values, const float *scales, ptrdiff_t width, const int32_t *rows, ptrdiff_t row_count,
    float *result) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    sum_rows_avx2(values, scales, width, rows, row_count, result);
    return;
  }
#endif
  sum_rows(values, scales, width, rows, row_count, result);
}
