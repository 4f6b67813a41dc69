// libxml2 for Swift: headers and the few inline functions Swift cannot express. No logic lives here.
#ifndef NUTRIGRAPH_CLIBXML2_H
#define NUTRIGRAPH_CLIBXML2_H

#include <libxml/xmlversion.h>
// Debian's headers pull in ICU, whose types clash with those of Foundation's own ICU in optimised builds.
#undef LIBXML_ICU_ENABLED
#include <iconv.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a global function pointer, which Swift 6 rejects as shared mutable state.
static inline void nutrigraph_xml_free(void *pointer) {
  if (pointer) xmlFree(pointer);
}

#endif
