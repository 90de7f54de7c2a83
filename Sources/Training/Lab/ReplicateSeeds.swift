import Seeds

/// Everything random of a replicate, each thing from a branch of its own name: asking more, or in another order,
/// changes nothing else. The experiment's name is not among them: two experiments' replicates of the same number begin
/// alike, so they can be compared in pairs.
package struct ReplicateSeeds {
  private let root: Seed

  package init(_ replicate: Int) {
    root = Seed(root: 0x6765_6e62_656e_6368).child("replicate").child(replicate)  // "genbench"
  }

  package var weights: Seed { root.child("weights") }

  package func stage(_ stage: Stage) -> Seed { root.child("stage").child(stage.stream ?? stage.name) }

  func perturbation(_ stage: Stage) -> Seed { root.child("perturbation").child(stage.name) }

  /// Examples that an instrument looks at, and nobody learns from or is asked.
  package func looked(at name: String) -> Seed { root.child("looked at").child(name) }

  /// What a model with dropout draws its masks from.
  package func dropout(_ stage: Stage) -> Seed { root.child("dropout").child(stage.name) }

  /// As many questions again, which nobody is asked: how often chance alone repeats what training showed.
  package func freshQuestions(of split: AskedSplit) -> Seed {
    root.child("fresh question").child(split.examples.task.seedLabel)
  }

  /// Each replicate is asked examples of its own, so the interval across replicates holds the sampling of examples too.
  package func questions(of split: AskedSplit) -> Seed { root.child("question").child(split.examples.task.seedLabel) }
}
