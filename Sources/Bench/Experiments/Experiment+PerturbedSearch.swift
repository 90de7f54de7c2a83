import Data
import Learning

extension Experiment {
  /// Hand-made weights for graphs of 8 vertices, with the published constants, of which one matrix is replaced by numbers
  /// from N(0, 1); then all weights are trained on. A replicate is a draw: of which head, and of the numbers. What the
  /// perturbed network answers is the damage, what the trained one answers the recovery.
  package static func perturbedSearch(_ family: Perturbation, _ profile: Profile) -> Experiment {
    let scale = HandmadeScale.at(profile)
    let search = HandmadeSearch(vertexCount: 8, constants: .published)
    let split = GraphSplit.ofSize(search.vertexCount)
    return Experiment(
      id: "graphs/perturbed-\(family.name)",
      claim: "Trained on, a network whose \(family.name) matrix was replaced by noise searches again.",
      profile: profile, model: .attentionOnly(search.shape), firstWeights: .handmade(search),
      stages: [
        Stage("perturb", on: .searches(split), .none, perturbation: family),
        Stage(
          "recover", on: .searches(split), scale.recovery,
          watch: Watch(everySteps: scale.recovery.steps / 20, count: scale.watched)),
      ],
      questions: [Question(.searches(split), count: scale.questions)], replicates: 5,
      claims: [])
  }

  /// By the heads and what is made of a state for them.
  package static let perturbedFamilies = [HandmadeSearch.answer, HandmadeSearch.spread].flatMap { heads in
    HeadMatrix.Role.allCases.map { Perturbation(heads, $0) }
  }
}
