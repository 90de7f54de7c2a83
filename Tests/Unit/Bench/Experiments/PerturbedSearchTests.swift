import Learning
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct PerturbedSearchTests {
  @Test(arguments: Profile.allCases)
  func everyFamilyIsAStudyOfItsOwn(_ profile: Profile) {
    let studies = Experiment.perturbedFamilies.map { Experiment.perturbedSearch($0, profile) }
    #expect(
      studies.map(\.id) == [
        "graphs/perturbed-answer-query", "graphs/perturbed-answer-key", "graphs/perturbed-answer-value",
        "graphs/perturbed-spread-query", "graphs/perturbed-spread-key", "graphs/perturbed-spread-value",
      ])
    for (study, family) in zip(studies, Experiment.perturbedFamilies) {
      #expect(study.stages.map(\.perturbation) == [family, nil])
      #expect(study.stages[0].recipe.steps == 0)
      // Twenty points of a curve.
      #expect(study.stages[1].recipe.steps == 20 * study.stages[1].watch!.everySteps)
      #expect(study.claims.map(\.isControl) == [false, true])
      #expect(study.claims[0].requirement == study.claims[1].requirement)
    }
  }

  /// Without runs a document says what is missing, and which command would make it.
  @Test func theSectionNamesWhatIsMissing() throws {
    let section = try ResultsDocument.handmadeSearch(Findings(nil, fixtures: "/nowhere"))
    let measured = section.parts.compactMap { part in
      if case .measured(let measured) = part { measured } else { nil }
    }
    #expect(measured.map(\.name) == ["damage and recovery"])
    guard case .missing(let why)? = measured.first?.content else {
      Issue.record("It shows what nobody measured.")
      return
    }
    #expect(why.contains("graphs/perturbed-answer-query"))
  }
}
