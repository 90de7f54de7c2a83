import Judging
import Reports
import Storage

/// What some experiments alone have: tables and curves that only their family knows how to make.
enum FamilyPart: String, CaseIterable {
  case trainingLoss = "training-loss"
  case lengths, phases, pace, structures, line, damage, recovery
  case waysToFineTune = "ways-to-fine-tune"
  case tokens, sizes, forks
  case exactPaths = "exact-paths"
  case fewMazes = "few-mazes"
  case accuracies, anchors, depths
  case accuracyCurves = "accuracy-curves"
  case learningOrder = "learning-order"
  case targetsLessTheory = "targets-less-theory"
  case factors, allocation, entries, peaks, layers, classes, readings
  case layersByStage = "layers-by-stage"
  case costs, law
  case noisyLaw = "noisy-law"
  case leftByCompute = "left-by-compute"
  case lossByCompute = "loss-by-compute"
  case lossToLoss = "loss-to-loss"
  case matchedResiduals = "matched-residuals"
  case reducibleByCompute = "reducible-by-compute"
  case reducibleElsewhere = "reducible-elsewhere"
  case slopesBySize = "slopes-by-size"

  /// What the ids of its experiments begin with, and how many it takes.
  private var takes: (prefix: String, count: ClosedRange<Int>) {
    switch self {
    case .trainingLoss: ("", 1...1)
    case .lengths, .phases, .pace, .waysToFineTune: ("graphs/", 1...1)
    case .structures, .line: ("graphs/", 2...2)
    case .damage, .recovery: ("graphs/perturbed-", 1...99)
    case .tokens: ("mazes/tokens-", 1...99)
    case .sizes, .exactPaths: ("mazes/solver-", 1...99)
    case .forks: ("mazes/solver-", 1...1)
    case .fewMazes: ("mazes/fine-tuned-", 1...99)
    case .anchors, .depths, .accuracyCurves, .learningOrder: ("powers/", 1...1)
    case .accuracies: ("powers/", 5...5)
    case .targetsLessTheory: ("powers/failures-", 1...99)
    case .factors: ("lca/factors", 1...1)
    case .classes: ("lca/examples", 1...1)
    case .allocation, .entries, .peaks, .layers, .layersByStage: ("lca/", 1...1)
    case .readings: ("", 1...1)
    case .costs, .law, .lossByCompute, .lossToLoss, .matchedResiduals: ("scaling/strong-generalization", 1...1)
    case .noisyLaw, .leftByCompute: ("scaling/law", 1...1)
    case .reducibleByCompute, .reducibleElsewhere, .slopesBySize: ("scaling/generative", 1...1)
    }
  }

  func check(_ reader: MarkerReader) throws(FixtureProblem) {
    let (prefix, count) = takes
    let ids = reader.experiments.map(\.id)
    if let stranger = ids.first(where: { !$0.hasPrefix(prefix) }) {
      throw reader.marker.problem("names \(stranger)", mend: "name an experiment whose id begins with \(prefix)")
    }
    guard count.contains(ids.count) else {
      throw reader.marker.problem(
        "names \(ids.count) experiments", mend: "name \(count.lowerBound)\(count.count > 1 ? " or more" : "")")
    }
  }

  func shown(_ trained: [TrainedExperiment]) -> DocumentPart {
    switch self {
    case .trainingLoss: trained[0].trainingLoss()
    case .lengths: trained[0].lengthCurves()
    case .phases: trained[0].phases()
    case .pace: trained[0].pace()
    case .structures: trained[0].structures(beside: trained[1])
    case .line: trained[0].line(beside: trained[1])
    case .damage: trained.damageAndRecovery()
    case .recovery: trained.recoveryCurves()
    case .waysToFineTune: trained[0].waysToFineTune()
    case .tokens: trained.tokenScores()
    case .sizes: trained.exactPathsBySize()
    case .forks: trained[0].exactPathsByForks()
    case .exactPaths: trained.exactPathCurves()
    case .fewMazes: trained.fineTunedOnFewMazes()
    case .accuracies: ReportedAccuracy.table(trained)
    case .anchors: trained[0].anchors()
    case .depths: trained[0].greedyByDepth()
    case .accuracyCurves: trained[0].accuracyCurves()
    case .learningOrder: trained[0].learningOrder()
    case .targetsLessTheory: trained.targetsLessTheory()
    case .factors: trained[0].factors()
    case .allocation: trained[0].helpAndHurt()
    case .entries: trained[0].entries()
    case .peaks: trained[0].peaks()
    case .layers: trained[0].layersBySet()
    case .layersByStage: trained[0].layersByStage()
    case .classes: trained[0].classes()
    case .readings: trained[0].allReadings()
    case .costs: trained[0].costs()
    case .law: trained[0].law()
    case .noisyLaw: trained[0].noisyLaw()
    case .leftByCompute: trained[0].leftByCompute()
    case .lossByCompute: trained[0].lossByCompute()
    case .lossToLoss: trained[0].lossToLoss()
    case .matchedResiduals: trained[0].matchedResiduals()
    case .reducibleByCompute: trained[0].reducibleByCompute()
    case .reducibleElsewhere: trained[0].reducibleElsewhere()
    case .slopesBySize: trained[0].slopesBySize()
    }
  }
}
