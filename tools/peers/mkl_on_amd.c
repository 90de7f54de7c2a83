/* MKL, which PyTorch brings, takes its AVX2 kernels on AMD's processors; told that this is one of Intel's, it takes those
   for AVX-512, which are more than twice as fast here. Preload it. */
int mkl_serv_intel_cpu_true(void) { return 1; }
