/// What `--help` prints.
enum Help {
  static let overview = """
    genbench: what does a model that learned this still get right where the data differ?

    USAGE  swift run genbench COMMAND [OPTIONS]

      list                           experiments, their claims, and how much each trains
      run [ID ...]                   train, judge, and print the threshold table
      report                         write what is kept as a page, JUnit, Markdown, JSON Lines
      compare BASE HEAD              what changed between two results files
      export SPLIT                   write examples of a split, for any other program
      speed                          time training or answering on this machine
      fixtures regenerate [NAME]     rewrite what is kept to compare with
      fixtures check [NAME]          compare without writing

    genbench COMMAND --help says more.

    ENVIRONMENT
      GENBENCH_PROFILE   smoke (under 2 minutes), standard (the default), or paper (the seed's scale: days on a CPU)
      GENBENCH_THREADS   how many cores to use; the numbers do not depend on it
      GENBENCH_STORE     where finished runs are kept (.genbench in the package)
      GENBENCH_FRESH     1 trains again, whatever is kept
      GENBENCH_CHECKPOINT_SECONDS   how much of a run a kill may cost (20)
      NO_COLOR           any value turns colours off

    EXIT CODES  0 all well · 1 a claim failed · 2 a wrong word or file name · 3 the world's fault · 130 stopped and saved
    """

  static let list = """
    USAGE  genbench list [--profile smoke|standard|paper]

    Prints every experiment with its claims, the number of replicates, parameters and training examples.
    """

  static let run = """
    USAGE  genbench run [ID ...] [--profile smoke|standard|paper] [--seed S]

    Trains every replicate of the experiments (all of them where none is named), side by side on the cores, judges
    their claims, and prints the threshold table. Finished runs are kept: the same command prints at once.
    Ctrl-C saves; the same command goes on from there, and ends with the same bits.

      --profile P   how large: see genbench --help
      --seed S      train replicate S alone and print its scores; nothing is judged by one replicate

    EXAMPLE  swift run genbench run graphs/on-path
    """

  static let report = """
    USAGE  genbench report [ID ...] [--out DIR] [--profile smoke|standard|paper]
           genbench report --merge FILE ... [--out DIR] [--profile P]

    Judges the kept runs, without training, and writes index.html, junit.xml (a suite a claim, with its slices),
    summary.md and results.jsonl. Where runs are missing it names them, exits 3 and writes nothing. Exits 1 where a
    claim failed. With GITHUB_STEP_SUMMARY set, the summary is added to that file too.

      --out DIR     where to (reports in the folder of kept runs)
      --merge       make one report of the results files of several machines. Files of other profiles or sources are
                    refused, and so is a claim that two of them have with different bits

    EXAMPLE  swift run genbench report --out report
    """

  static let compare = """
    USAGE  genbench compare BASE HEAD [--format text|markdown] [--fail-on-worse]

    Two results files, claim by claim: the difference paired by seed with its interval, p and the difference that could
    have been found; the slices; and where the losses and answers of single examples moved beyond noise.
    = same bits · ~ within noise · + better · - worse · ? not comparable, as other examples were asked

    Exits 3 where the files cannot be compared, else 0.

      --fail-on-worse   exit 1 where a claim is worse beyond noise, or fails and did not

    EXAMPLE  swift run genbench compare main/results.jsonl report/results.jsonl
    """

  static let export = """
    USAGE  genbench export SPLIT --count N --seed S --out FILE [--format jsonl]

    Writes the first N examples of a split under seed S, one JSON object a line:
      {"index":0,"n":5,"edges":[[1,3],[2,4]],"target":2,"label":15,"split":"train"}
    FILE appears whole or not at all; - is standard output.

    EXAMPLE  swift run genbench export on-path-small-target --count 1000 --seed 7 --out examples.jsonl
    """

  static let speed = """
    USAGE  genbench speed --config W0|W1-tiny|W1|W2|W2-small|W3 [--mode train|infer|decode]
                          [--threads T] [--weights FILE.safetensors] [--json]

    Times a training step (forward, backward, AdamW), a forward pass, or continuing a batch of sequences by their last
    32 tokens (W2 and W2-small): the median of seven windows of 0.3 seconds.
    gflops counts matrix products only. first_step_s counts from the start of the process.

      --threads T      how many cores to use (all of them)
      --weights FILE   first weights and batches, as python tools/peers/weights.py CONFIG FILE writes them for every
                       library that is compared; the losses must then agree. Without it both are drawn
      --json           config, mode, threads, steps_per_s, examples_per_s, gflops, first_step_s, peak_rss_mib, losses

    EXAMPLE  swift run genbench speed --config W1 --threads 2
    """

  static let fixtures = """
    USAGE  genbench fixtures check [NAME]
           genbench fixtures regenerate [NAME] [--reason TEXT]

    Fixtures are what tests compare with: data/... fingerprints of the splits, learning/... the bits that training ends
    with, baselines/PROFILE/ID the accepted scores (which trains, where no run is kept). check compares and exits 1 where one differs,
    is missing, or belongs to nothing; 2 where one is cut. regenerate rewrites them; a baseline that gets worse needs a reason.

    Values that other programs computed (PyTorch, SciPy, NumPy) are made by the scripts in fixtures/reference.
    """
}
