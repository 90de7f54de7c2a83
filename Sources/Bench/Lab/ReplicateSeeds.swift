import Seeds

/// Everything random of a replicate, each thing from a branch of its own name: asking more, or in another order, changes
/// nothing else. The experiment's name is not among them: two experiments' replicates of the same number begin alike, so
/// they can be compared in pairs.
struct ReplicateSeeds {
  private let root: Seed

  init(_ replicate: Int) {
    root = Seed(root: 0x6765_6e62_656e_6368).child("replicate").child(replicate)  // "genbench"
  }

  var weights: Seed { root.child("weights") }

  func stage(_ stage: Stage) -> Seed { root.child("stage").child(stage.name) }

  func perturbation(_ stage: Stage) -> Seed { root.child("perturbation").child(stage.name) }

  /// What a model with dropout draws its masks from.
  func dropout(_ stage: Stage) -> Seed { root.child("dropout").child(stage.name) }

  /// As many questions again, which nobody is asked: how often chance alone repeats what training showed.
  func freshQuestion(_ question: Question) -> Seed { root.child("fresh question").child(question.examples.name) }

  /// Each replicate is asked examples of its own, so the interval across replicates holds the sampling of examples too.
  func question(_ question: Question) -> Seed { root.child("question").child(question.examples.name) }
}
