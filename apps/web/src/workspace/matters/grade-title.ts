import { bandOf, grades, gradingScheme, type Text } from '@suanjian/rulebook';

/** A grade as people call it; as it is stored where an older scheme knew another. */
export const gradeTitle = (stored: string): Text => {
  const grade = grades.find((each) => each === stored);
  return grade === undefined ? { zh: stored, en: stored } : bandOf(gradingScheme, grade).title;
};
