// zlib for Swift: the header and the inline functions for what are macros in C. No logic lives here.
#ifndef NUTRIGRAPH_CZLIB_H
#define NUTRIGRAPH_CZLIB_H

#include <zlib.h>

// `inflateInit2` and `deflateInit2` are macros that pass the header's version along.
static inline int nutrigraph_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

static inline int nutrigraph_deflate_init(z_stream *stream, int window_bits) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}

#endif
