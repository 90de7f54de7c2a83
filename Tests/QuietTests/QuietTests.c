// swift test prints a line when a test begins and one when it passes: some 7,500 here, among which nobody finds the table.
// swift-testing has an option that leaves them out, and a package cannot set it: so the test process starts itself anew
// with it. What fails is printed as ever; swift test --verbose prints everything.

#if defined(__linux__)

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

__attribute__((constructor)) static void leave_out_what_passes(int argc, char **argv, char **environment) {
  int runs_tests = 0;
  for (int i = 1; i < argc; ++i) {
    if (strcmp(argv[i], "--quiet") == 0 || strcmp(argv[i], "--verbose") == 0 || strcmp(argv[i], "--list-tests") == 0) return;
    if (strcmp(argv[i], "swift-testing") == 0) runs_tests = 1;
  }
  char **quiet = runs_tests ? calloc((size_t)argc + 2, sizeof *quiet) : NULL;
  if (quiet == NULL) return;
  memcpy(quiet, argv, (size_t)argc * sizeof *argv);
  quiet[argc] = "--quiet";
  execve("/proc/self/exe", quiet, environment);
  free(quiet);  // it stays as loud as it was
}

#endif
