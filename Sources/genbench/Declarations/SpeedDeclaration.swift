import Bench

extension Declaration {
  static var speed: Declaration {
    Declaration(
      "speed", "time training or answering on this machine",
      options: [
        Option(
          "config", .known("CONFIG", Workload.all.map(\.name) + DataTrial.all.map(\.name)), configurations,
          isRequired: true),
        Option("mode", .oneOf(SpeedTrial.Mode.allCases.map(\.rawValue)), "what is timed (train)"),
        Option("threads", .any("T"), "how many cores to use (all of them)"),
        Option(
          "weights", .file("FILE.safetensors"),
          "first weights and batches, as python tools/peers/weights.py CONFIG FILE writes them for every library that "
            + "is compared; the losses must then agree. Without it both are drawn"),
        .flag(
          "json",
          "config, mode, threads, steps_per_s, examples_per_s, gflops, peak_gflops, ready_s, first_step_s, peak_rss_mib and losses as JSON"
        ),
        .flag("profile-kernels", "also how long each kernel took, on standard error"),
      ],
      about: [
        "Times a training step (forward, backward, AdamW), a forward pass, or continuing a batch of sequences by their "
          + "last 32 tokens: the median of seven windows of 0.3 seconds. gflops counts matrix products only; "
          + "peak_gflops is what fused multiply-adds alone reach on as many threads. ready_s, before the first step, and "
          + "first_step_s, after it, count from the start of the process. Data are drawn with their answers, on one core."
      ],
      examples: ["swift run genbench speed --config W1 --threads 2"])
  }

  private static var configurations: String {
    let causal = Workload.all.filter(\.isCausal).map(\.name).joined(separator: " and ")
    return
      "the workload: \(Workload.all.map(\.name).joined(separator: ", ")); \(causal) can decode; or data to draw: "
      + DataTrial.all.map(\.name).joined(separator: ", ")
  }
}
