#ifndef NUTRIGRAPH_MATRIX_KERNEL_H
#define NUTRIGRAPH_MATRIX_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// Multiplies rows by a matrix packed in panels of eight columns, each panel stored row after row.
///
/// result[r][c] = sum over k of left[r][k] * matrix[k][c], or that added to what result holds. The sums run over k in
/// order and without fused operations, so that the result is the same bit for bit whichever instructions the
/// processor has.
///
/// @param count  rows of left and result
/// @param depth  rows of the matrix, values in a row of left
/// @param panel_count  panels of the matrix; a row of result has room for 8 * panel_count values
void nutrigraph_multiply(
    const float *left, ptrdiff_t left_stride, ptrdiff_t count,
    const float *panels, ptrdiff_t depth, ptrdiff_t panel_count,
    float *result, ptrdiff_t result_stride, int adding);

/// Sums rows of a table of bytes, each row times its scale: result[i] = sum over rows of values[row][i] * scales[row].
///
/// The sums run in the order of the rows and without fused operations, as above.
///
/// @param rows  numbers of rows; negative ones are left out
/// @param width  values in a row of the table, a multiple of eight
void nutrigraph_sum_rows(
    const int8_t *values, const float *scales, ptrdiff_t width, const int32_t *rows, ptrdiff_t row_count,
    float *result);

#endif
