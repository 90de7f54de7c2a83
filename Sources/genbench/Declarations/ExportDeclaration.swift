import Results
import Training

extension Declaration {
  static var export: Declaration {
    Declaration(
      "export", "write examples of a split, for any other program",
      operands: [Operand(.split, "one of \(Splits.suite.names.joined(separator: ", "))")],
      options: [
        Option("count", .any("N"), "how many examples", isRequired: true),
        Option(
          "seed", .any("S"), "which examples: another S gives others, a larger N begins with the same", isRequired: true
        ),
        Option("from", .any("I"), "the index of the first (0)"),
        Option(
          "asked-by", .experiment,
          "the examples that replicate S of this experiment is asked, in place of the export's own: to look at an answer "
            + "of a report, and never to train on"),
        Option("out", .file(), "appears whole or not at all; - is standard output, for jsonl", isRequired: true),
        Option("format", .oneOf(ExportFormat.allCases.map(\.rawValue)), "how they stand in the file (jsonl)"),
      ],
      about: [
        "Writes N examples of a split under seed S. The same words write the same bytes on every machine. Without "
          + "--asked-by these are other examples than those that genbench run trains on and asks."
      ] + lines + [
        "npz (numpy.load) and safetensors (safetensors.torch.load_file) have a row an example and little-endian numbers "
          + "of 32 bits. Sequences are padded to the longest that the split can have; in PyTorch the mask is "
          + "torch.arange(tokens.shape[1]) < length[:, None]. Split, revision, seed and count stand in the archive's "
          + "comment or the metadata. The arrays are held in memory while they are written."
      ] + arrays,
      examples: [
        "swift run genbench export graphs/train --count 1000 --seed 7 --out train.jsonl",
        "swift run genbench export graphs/on-path-any-target --count 1000 --seed 7 \\\n    --format npz --out test.npz",
        "swift run genbench export graphs/fine-tune --asked-by graphs/on-path --seed 3 \\\n"
          + "    --from 81 --count 1 --out -",
      ])
  }

  private static var lines: [String] {
    Splits.suite.samples.map { "  jsonl, \($0.family):\n  \($0.sampleLine)" }
  }

  private static var arrays: [String] {
    Splits.suite.samples.map { examples in
      let rows = examples.columns.map { (name: $0.signature, about: $0.about) }
      return "  npz and safetensors, \(examples.family) (the shapes are those of \(examples.name)):\n"
        + Paragraph.table(rows)
    }
  }
}
