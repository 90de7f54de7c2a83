extension Declaration {
  static var compare: Declaration {
    Declaration(
      "compare", "what changed between two results files",
      operands: [Operand(.file("BASE"), "results.jsonl of before"), Operand(.file("HEAD"), "results.jsonl of now")],
      options: [
        Option("format", .oneOf(["text", "markdown"]), "how it is printed (text)"),
        .flag(
          "fail-on-worse",
          "exit 1 where a claim is worse beyond noise, fails and did not, is gone, or is new and fails; and where HEAD has none"
        ),
      ],
      about: [
        "Claim by claim: the difference paired by seed with its interval, p and the difference that could have been found; "
          + "the slices; and where the losses and answers of single examples moved beyond noise.",
        "  = same bits · ~ within noise · + better · - worse · ? not comparable, as other examples were asked",
        "Exits 3 where the files cannot be compared. Without --fail-on-worse it is no verdict, and exits 0.",
      ],
      examples: ["swift run genbench compare main/results.jsonl report/results.jsonl"])
  }
}
