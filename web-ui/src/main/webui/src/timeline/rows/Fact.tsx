/* SPDX-License-Identifier: Apache-2.0 */
import styles from './Fact.module.css';

/** A small text in the head of a row: an author, a model, a tool. Long ones are cut by the layout. */
export function Fact({ text, title, code = false }: { text: string; title?: string; code?: boolean }) {
  return (
    <span className={code ? styles.code : styles.fact} title={title ?? text}>
      {text}
    </span>
  );
}
