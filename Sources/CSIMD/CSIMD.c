// Empty but for the headers: SwiftPM rebuilds what depends on a target when one of its sources changes, and looks at headers
// only through the sources that include them.
#include "CSIMD.h"
